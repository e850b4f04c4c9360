import { type FieldName, fields } from '../../src/record/fields.ts';

/** The fields that a snapshot gives as text. */
export const csvFields: readonly FieldName[] = fields
  .filter(({ kept }) => kept !== 'record')
  .map(({ name }) => name);
