import { isWords } from '../../query/question.ts';
import { fields } from '../../record/fields.ts';
import type { KeyPlace } from '../keys/key-places.ts';
import { keyIn, shownKey } from '../keys/key-rows.ts';
import type { KeyRow } from '../keys/key-table.ts';
import { type Lens, lenses } from '../lenses.ts';
import { gutterSigns } from '../list/gutter-signs.ts';
import type { Line } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import { fitText } from '../text/cell-width.ts';
import { visibleText } from '../text/visible.ts';
import { type Box, boxOfLines, isLeft } from './box.ts';

const keyColumns = 20;

/** The places of keys in the order of the help, with their headings. */
const sections: readonly [KeyPlace, string][] = [
  ['list', 'Event list'],
  ['detail', 'Parameters'],
  ['anywhere', 'Anywhere'],
  ['prompt', 'While typing'],
  ['facet', 'Counts of a field'],
  ['timeline', 'Timeline'],
  ['chips', 'Filters'],
  ['popup', 'Boxes'],
  ['always', 'Always'],
];

const queryForms: readonly [string, string][] = [
  ['assumerole', 'fuzzy: service, event name, principal; typos, parts, initials'],
  ["'word ^word word$ =word", 'contains, starts, ends, is exactly'],
  ['!word -field:value', 'not'],
  ['a | b   ( … )', 'either; grouping'],
  ['field:value', 'contains; field:=v exactly, field:* has any, field:a,b either'],
  ['ip:10.0.0.0/8', 'addresses in a network'],
  ['since:-2h until:09:00', 'times; time:09:15..09:40'],
  ['"text"', 'that text anywhere in the record'],
  ['requestParameters.name:x', 'the value at a path into the record; [] for any element'],
];

const signWords: { readonly [S in keyof typeof gutterSigns]: string } = {
  marked: 'marked by you',
  suspicious: 'holds control, bidi or zero-width characters',
  evasion: 'weakens the defences',
  destructive: 'deletes or destroys',
  sensitive: 'a sensitive change or read',
};

type HelpLine = { readonly keys: string; readonly help: string };

function keyLines(rows: readonly KeyRow[]): HelpLine[] {
  return sections.flatMap(([place, title]) => [
    { keys: '', help: title },
    ...rows
      .filter((row) => row.places.includes(place))
      .map((row) => ({ keys: row.keys.map((key) => shownKey(rows, key)).join(' '), help: row.help })),
  ]);
}

const languageLines: readonly HelpLine[] = [
  { keys: '', help: 'Query language' },
  ...queryForms.map(([keys, help]) => ({ keys, help })),
  ...Object.entries(isWords).map(([word, about]) => ({ keys: `is:${word}`, help: about })),
  { keys: '', help: 'Fields' },
  ...fields.map((field) => ({ keys: [field.name, ...field.short].join(' '), help: field.about })),
  { keys: '', help: 'Signs before a line' },
  ...Object.entries(gutterSigns).map(([name, sign]) => ({
    keys: sign,
    help: signWords[name as keyof typeof gutterSigns],
  })),
];

function lensLines(rows: readonly KeyRow[], own: readonly Lens[] = lenses): HelpLine[] {
  return [
    { keys: '', help: 'Lenses' },
    ...own.map(({ name }, i) => ({
      keys: keyIn(rows, { kind: 'lens', lens: i + 1 }),
      help: visibleText(name),
    })),
  ];
}

/** Every key, the query language and the fields, narrowed by a text. */
export const helpBox = rememberLast(
  (narrow: string, rows: readonly KeyRow[], own: readonly Lens[] | undefined): Box => {
    const left = [...keyLines(rows), ...languageLines, ...lensLines(rows, own)]
      .filter(({ keys, help }) => keys === '' || isLeft(`${keys} ${help}`, narrow))
      // The same key does one thing here and another there: headings stay as long as something is below them.
      .filter(({ keys }, i, lines) => keys !== '' || (lines[i + 1]?.keys ?? '') !== '');
    const lines = left.map(
      ({ keys, help }): Line =>
        keys === ''
          ? [{ text: help, style: 'title' }]
          : [
              { text: `  ${fitText(keys, Math.max(keyColumns, keys.length + 1))}`, style: 'hint-key' },
              { text: help, style: 'plain' },
            ],
    );
    return boxOfLines(
      'Help',
      lines,
      `no key or form does that: ${keyIn(rows, { kind: 'step-back' }, 'popup')} shows all`,
    );
  },
);
