import { columnsNamed } from '../print/columns.ts';
import { sqlEngines } from '../query/sql-engine.ts';
import { fieldNamed, fields } from '../record/fields.ts';
import { nearestWord } from './nearest-word.ts';
import { type Option, outputFormats } from './options.ts';

/** What is wrong with the value of an option, in a few words; undefined when nothing is. */
export function checkValue(option: Option, value: string): string | undefined {
  switch (option.kind) {
    case 'format':
      return Object.hasOwn(outputFormats, value)
        ? undefined
        : `no format ${quoted(value)} (${Object.keys(outputFormats).join(', ')})`;
    case 'engine':
      return (sqlEngines as readonly string[]).includes(value)
        ? undefined
        : `no SQL for ${quoted(value)} (${sqlEngines.join(', ')})`;
    case 'count':
      return /^\d{1,15}$/.test(value) ? undefined : `${quoted(value)} is not a whole number`;
    case 'field':
      return sortable(value);
    case 'fields': {
      const { unknown } = columnsNamed(value);
      return unknown === undefined ? undefined : unknownField(unknown);
    }
    case 'zone':
      return isZone(value) ? undefined : `no time zone ${quoted(value)} (Europe/Berlin, UTC, +02:00)`;
    default:
      return undefined; // a query and its times are read by the query language
  }
}

function sortable(name: string): string | undefined {
  const field = fieldNamed(name.toLowerCase());
  if (field === undefined) return unknownField(name);
  return field.kept === 'record'
    ? `${field.name} stands in the records alone, and cannot be sorted by`
    : undefined;
}

function unknownField(name: string): string {
  if (name === '') return 'a name is missing';
  const nearest = nearestWord(
    name.toLowerCase(),
    fields.map((field) => field.name),
  );
  const hint =
    nearest === undefined ? fields.map((field) => field.name).join(', ') : `did you mean ${nearest}?`;
  return `no field ${quoted(name)} (${hint})`;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
