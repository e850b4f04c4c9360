import { pathText } from '../../query/edit.ts';
import { timeSpan } from '../events/time-span.ts';
import { keyFor } from '../keys/key-rows.ts';
import { rememberLast } from '../remember.ts';
import type { Popup, State } from '../state.ts';
import { textWidth } from '../text/cell-width.ts';
import { spansYears } from '../text/clock.ts';
import { numberText, plural } from '../text/number-text.ts';
import { visibleText } from '../text/visible.ts';
import type { Box } from './box.ts';
import { pathValues } from './counted-values.ts';
import { columnsBesideValue, headingLine, type Look, nameOf, valueLine } from './facet-line.ts';
import { type FacetList, facetValues } from './facet-values.ts';

type Facet = Extract<Popup, { kind: 'facet' }>;

const sortWords = {
  count: 'most frequent first',
  rare: 'rare first',
  first: 'first seen first',
  addresses: 'most addresses first',
};

/** The counts of a field, or of the values at a path, as a box. */
export function facetBox(state: State, facet: Facet): Box {
  const values = facetValues(state, facet);
  const ofAccounts = facet.of.kind === 'field' && facet.of.field === 'account';
  const accounts = ofAccounts ? state.settings.accounts : undefined;
  const longest = longestOf(values, accounts);
  const look = {
    total: state.question.matches.length,
    most: values.most,
    longest,
    zone: state.settings.zone,
    severalYears: ofSeveralYears(state),
    accounts,
    facet,
  };
  return {
    title: facetTitle(state, facet, values.length),
    heading: (width) => [headingLine(width, longest)],
    count: values.length,
    line: (index, width) => valueLine(values.at(index)!, width, look),
    selectable: true,
    wishColumns: longest + columnsBesideValue,
    tables: undefined,
    note: facet.chosen.size === 0 ? '' : `${numberText(facet.chosen.size)} chosen`,
    empty: emptyText(state, facet),
  };
}

function facetTitle({ load, question }: State, { of, sort }: Facet, count: number): string {
  const { matches } = question;
  const found = `${plural(count, 'value')}, ${sortWords[sort]}`;
  if (of.kind === 'field') return `${of.field} in ${plural(matches.length, 'event')}: ${found}`;
  const { looked, having } = pathValues(load.snapshot, matches, of.found);
  const name = visibleText(pathText(of.path));
  const events = plural(looked, 'event');
  return looked < matches.length
    ? `${name} in ${events} so far, of ${numberText(matches.length)}: ${found}`
    : `${name} in ${numberText(having)} of ${events}: ${found}`;
}

function ofSeveralYears({ load, question, settings }: State): boolean {
  const span = timeSpan(load.snapshot, question.matches);
  return span !== undefined && spansYears(...span, settings.zone);
}

function emptyText(state: State, { narrow, of }: Facet): string {
  if (narrow !== '') return `no value has that: ${keyFor(state, { kind: 'step-back' }, 'popup')} shows all`;
  if (of.kind === 'field') return 'no event, nothing to count';
  return of.reading ? 'reading records …' : 'no event has a value there';
}

// No value asks for more: the rest of it is seen in the record.
const longestValue = 400;
// Many more are never looked at; and what is not looked at needs no room.
const measuredValues = 1000;

/** Cells of the widest value, of the first thousand of them. */
const longestOf = rememberLast((values: FacetList, accounts: Look['accounts']): number => {
  let widest = 0;
  for (let place = 0; place < Math.min(values.length, measuredValues); place++) {
    const name = nameOf(values.nameAt(place)!, accounts);
    widest = Math.max(widest, textWidth(visibleText(name.slice(0, longestValue))));
  }
  return widest;
});
