import { itemsOf, type JsonNode, jsonOf, membersOf, nodeOfText, placeOf, stringOf } from './json-node.ts';
import type { Inner } from './shapes.ts';

/** The rows of CloudTrail Lake's GetQueryResults: each a list of objects with one column each. */
export function* rowsOfLake(rows: JsonNode): Generator<Inner> {
  for (const row of itemsOf(rows)) {
    const columns: { [name: string]: unknown } = {};
    for (const cell of itemsOf(row))
      for (const [name, value] of membersOf(cell)) columns[name] = jsonOf(value);
    yield { value: nodeOfText(JSON.stringify(columns), placeOf(row)) };
  }
}

/** The rows of Logs Insights: each a list of `{"field": …, "value": …}`; `@message` holds the record where it was asked for. */
export function* rowsOfLogsInsights(rows: JsonNode): Generator<Inner> {
  for (const row of itemsOf(rows)) {
    const columns: { [name: string]: unknown } = {};
    let message: JsonNode | undefined;
    for (const cell of itemsOf(row)) {
      const members = membersOf(cell);
      const field = stringOf(members.get('field'));
      if (field === '@message') message = members.get('value');
      if (field !== undefined) columns[field] = jsonOf(members.get('value'));
    }
    yield { value: message ?? nodeOfText(JSON.stringify(columns), placeOf(row)) };
  }
}
