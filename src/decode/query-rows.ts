import {
  isObject,
  itemsOf,
  type JsonNode,
  jsonOf,
  membersOf,
  nodeOfText,
  placeOf,
  stringOf,
} from './json-node.ts';

/**
 * The row of a query's result that an array is, as one object of its columns: CloudWatch Logs Insights gives `{"field":
 * …, "value": …}` for each column, CloudTrail Lake an object with one member. Where the column `@message` was asked for,
 * that is the row, since it holds the whole record. Undefined when the array is no such row.
 */
export function rowOf(array: JsonNode): JsonNode | undefined {
  const columns: { [name: string]: unknown } = {};
  for (const cell of itemsOf(array)) {
    if (!isObject(cell)) return undefined;
    const members = membersOf(cell);
    const field = stringOf(members.get('field'));
    if (field !== undefined && members.has('value') && members.size === 2) {
      if (field === '@message') return members.get('value');
      columns[field] = jsonOf(members.get('value'));
    } else if (members.size === 1) {
      for (const [name, value] of members) columns[name] = jsonOf(value);
    } else {
      return undefined;
    }
  }
  return Object.keys(columns).length > 1 ? nodeOfText(JSON.stringify(columns), placeOf(array)) : undefined;
}
