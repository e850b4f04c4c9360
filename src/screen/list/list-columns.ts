import { defaultTableFields, type FieldName, fieldNamed } from '../../record/fields.ts';
import type { WidestValues } from '../events/widest-values.ts';
import { rememberLast } from '../remember.ts';
import type { List } from '../state.ts';
import type { Cut } from '../text/cell-width.ts';

/** A column of the event list. */
export type ListColumn = {
  readonly field: FieldName;
  readonly title: string;
  readonly widthColumns: number;
  readonly cut: Cut;
  /** True when the service stands before the event's name, having no column of its own, and both have room. */
  readonly joined: boolean;
};

type Wish = {
  readonly title: string;
  /** Width below which the column is no use, and above which it gains nothing. */
  readonly least: number;
  readonly most: number;
  /** Columns of the screen from which on it is shown. */
  readonly from: number;
};

const wishes: { readonly [F in FieldName]?: Wish } = {
  time: { title: 'TIME', least: 8, most: 8, from: 0 },
  service: { title: 'SERVICE', least: 11, most: 16, from: 88 },
  event: { title: 'EVENT', least: 22, most: 30, from: 0 },
  principal: { title: 'WHO', least: 12, most: 28, from: 64 },
  target: { title: 'TARGET', least: 13, most: 40, from: 96 },
  source_ip: { title: 'FROM', least: 13, most: 24, from: 108 },
  region: { title: 'REGION', least: 9, most: 14, from: 118 },
  error: { title: 'RESULT', least: 14, most: 30, from: 0 },
};
const otherWish = { least: 10, most: 24, from: 0 };

/** Columns that give way as room gets scarce, the last to go first; columns that the user added stay longest. */
const givesWay: readonly FieldName[] = ['principal', 'service', 'target', 'source_ip', 'region'];
/** Columns that are always shown. */
export const lastingColumns: readonly FieldName[] = ['time', 'event', 'error'];
const gap = 2;
// In fewer cells the service would leave nothing of the event's name.
const leastForService = 18;
// The arrow beside the title of the column that is sorted by.
const sortSign = 2;
/**
 * Cells of a time: `09:14:02`, wider where the date with its year stands above; with its
 * day where lines are not in the order of time, with the year where there are several.
 */
export const timeColumns = { alone: 8, underDate: 10, withDay: 14, withYear: 19 };

/** Cells before the first column: a mark, the sign of selection, and a sign of warning. */
export const gutterColumns = 3;

const noneKnown: WidestValues = {};

/**
 * The columns that fit a screen of that width, its times as wide as `timeColumns` has
 * them, each as wide as is good for it and its values; together they fill the line.
 */
export const listColumns = rememberLast(
  (
    columns: number,
    chosen: List['columns'],
    time: number,
    widest: WidestValues = noneKnown,
  ): readonly ListColumn[] => {
    const room = columns - gutterColumns;
    const shown = (chosen ?? defaultTableFields).filter(
      (field) => chosen !== undefined || wishOf(field).from <= columns,
    );
    while (leastWidth(shown, time) > room && dropOne(shown));
    const widths = shown.map((field) => leastOf(field, time));
    const most = shown.map((field) => mostOf(field, widest, shown));
    share(shown, widths, most, room - leastWidth(shown, time));
    return shown.map((field, i) => ({
      field,
      title: wishOf(field).title,
      widthColumns: widths[i]!,
      cut: fieldNamed(field)?.kind === 'name' || field === 'error' ? 'end' : 'middle',
      joined: field === 'event' && !shown.includes('service') && widths[i]! >= leastForService,
    }));
  },
);

/** The blanks between two columns. */
export const columnGap = ' '.repeat(gap);

function wishOf(field: FieldName): Wish {
  return wishes[field] ?? { title: fieldNamed(field)?.title ?? field, ...otherWish };
}

function leastOf(field: FieldName, time: number): number {
  return field === 'time' ? time : wishOf(field).least;
}

/** Wider than its widest value a column gains nothing. */
function mostOf(field: FieldName, widest: WidestValues, shown: readonly FieldName[]): number {
  const wish = wishOf(field);
  const own = widest[field];
  if (own === undefined) return wish.most;
  const service = field === 'event' && !shown.includes('service') ? (widest.service ?? 0) + 1 : 0;
  const needed = Math.max(own, wish.title.length + sortSign) + service;
  return Math.max(wish.least, Math.min(wish.most + service, needed));
}

function leastWidth(fields: readonly FieldName[], time: number): number {
  return fields.reduce((sum, field) => sum + leastOf(field, time), gap * (fields.length - 1));
}

/** Takes the column away that can best be spared; false when only lasting ones are left. */
function dropOne(fields: FieldName[]): boolean {
  let least = -1;
  for (const [i, field] of fields.entries()) {
    if (lastingColumns.includes(field)) continue;
    if (least < 0 || spare(field) >= spare(fields[least]!)) least = i;
  }
  if (least >= 0) fields.splice(least, 1);
  return least >= 0;
}

function spare(field: FieldName): number {
  return givesWay.indexOf(field);
}

/** Gives the room that is left to the columns that gain by it, cell by cell; what none gains by goes to the last. */
function share(fields: readonly FieldName[], widths: number[], most: readonly number[], room: number): void {
  let left = room;
  while (left > 0) {
    const growing = fields.flatMap((_, i) => (widths[i]! < most[i]! ? [i] : []));
    if (growing.length === 0) break;
    for (const i of growing) {
      if (left === 0) break;
      widths[i]!++;
      left--;
    }
  }
  if (left > 0) widths[widths.length - 1]! += left;
  if (left < 0) widths[fields.indexOf('event')]! += left;
}
