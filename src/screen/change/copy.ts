import { sqlOf } from '../../query/sql.ts';
import type { SqlEngineName } from '../../query/sql-engine.ts';
import type { FieldName } from '../../record/fields.ts';
import { pathOfField } from '../../record/path-of-field.ts';
import type { CopyWhat, Report } from '../action.ts';
import { recordOf } from '../detail/detail-content.ts';
import { keyFor, paletteLine } from '../keys/key-rows.ts';
import { nothingMarked } from '../list/marks.ts';
import type { State } from '../state.ts';
import { type Step, saying, withEffects } from '../step.ts';
import { numberText } from '../text/number-text.ts';
import { contextOf } from './ask.ts';
import { rangeOf } from './evidence.ts';
import { type Selected, selectedValue } from './filters.ts';
import { timelineMarkdown } from './marks-timeline.ts';
import { policyText } from './policy-text.ts';
import { reopenCommand } from './reopen-command.ts';

// More records than anyone reads, and as many as a moment takes.
const recordsGathered = 20_000;

/** The `y` and `p` families: the exact text to the clipboard, or plainly onto the terminal. */
export function copyText(state: State, what: CopyWhat, to: 'clipboard' | 'terminal'): Step {
  if (what === 'event' || what === 'policy')
    return copyRecords(state, what, to, Uint32Array.from(rangeOf(state)));
  if (what === 'policy-of-matches') return copyRecords(state, 'policy', to, state.question.matches);
  const found = textOf(state, what);
  return typeof found === 'object' ? saying(state, found.missing, 'warning') : send(state, found, what, to);
}

/** The text of gathered records, on its way. */
export function copyGathered(
  state: State,
  { for: { what, to }, records }: Extract<Report, { kind: 'records-gathered' }>,
): Step {
  if (records.length === 0) return saying(state, 'none of these records could be read', 'warning');
  const jsons = records.map((record) => record.json);
  return send(state, what === 'policy' ? policyText(jsons) : jsons.join('\n'), what, to);
}

function copyRecords(
  state: State,
  what: 'event' | 'policy',
  to: 'clipboard' | 'terminal',
  events: Uint32Array,
): Step {
  if (events.length === 0) return saying(state, 'no event is selected', 'warning');
  if (events.length > recordsGathered) {
    return saying(
      state,
      `at most ${numberText(recordsGathered)} records at once: narrow the query first`,
      'warning',
    );
  }
  const [event] = events;
  const known = events.length === 1 ? recordOf(state.detail, event!) : undefined;
  if (known !== undefined)
    return send(state, what === 'policy' ? policyText([known.json]) : known.json, what, to);
  return withEffects(state, { kind: 'gather-records', events, for: { what, to } });
}

function send(state: State, text: string, what: CopyWhat, to: 'clipboard' | 'terminal'): Step {
  if (to === 'terminal') return withEffects(state, { kind: 'show-plain', text });
  const print = keyFor(state, { kind: 'begin-family', prefix: 'p' });
  const waysOut = `${print} prints it, ${paletteLine(state, 'w FILE')} writes it`;
  return withEffects(state, { kind: 'copy', text, what: copyNames[what], waysOut });
}

const copyNames: { readonly [W in CopyWhat]: string } = {
  event: 'the event',
  value: 'the value',
  name: 'the name',
  path: 'the path',
  jq: 'the jq filter',
  actor: "the actor's ARN",
  command: 'the command',
  timeline: 'the timeline of marks',
  policy: 'the policy',
  'policy-of-matches': 'the policy',
  'sql-athena': 'the query for Athena',
  'sql-lake': 'the query for CloudTrail Lake',
  'sql-duckdb': 'the query for DuckDB',
};

type Missing = { readonly missing: string };

type OfState = Exclude<CopyWhat, 'event' | 'policy' | 'policy-of-matches'>;

function textOf(state: State, what: OfState): string | Missing {
  switch (what) {
    case 'command':
      return reopenCommand(state);
    case 'timeline':
      return state.evidence.marks.size === 0 ? { missing: nothingMarked(state) } : timelineMarkdown(state);
    case 'sql-athena':
      return sqlText(state, 'athena');
    case 'sql-lake':
      return sqlText(state, 'lake');
    case 'sql-duckdb':
      return sqlText(state, 'duckdb');
    case 'actor':
      return actorArn(state) || { missing: 'the record names no ARN of the caller' };
    default: {
      const selected = selectedValue(state);
      return selected === undefined ? { missing: 'no value is selected here' } : ofSelected(selected, what);
    }
  }
}

function ofSelected(selected: Selected, what: 'value' | 'name' | 'path' | 'jq'): string | Missing {
  if (what === 'value') return selected.value;
  if (selected.kind === 'field' && what !== 'jq') return selected.field;
  if (selected.kind === 'field') {
    const place = placesInRecord[selected.field];
    return place === undefined
      ? { missing: `${selected.field} stands at no one place in the record` }
      : jqText(place);
  }
  if (what === 'name') return selected.path.findLast((segment) => segment !== '[]') ?? '';
  return what === 'path' ? pathText(selected.path) : jqText(selected.path);
}

/** Where in a record fields stand, as AWS wrote them or nearly so; those left out are worked out of several. */
const placesInRecord: { readonly [F in FieldName]?: readonly string[] } = {
  ...pathOfField,
  time: ['eventTime'],
  service: ['eventSource'],
  error: ['errorCode'],
  account: ['recipientAccountId'],
};

/** `requestParameters.tags[].Key` */
function pathText(path: readonly string[]): string {
  return path.map((segment, i) => (segment === '[]' ? '[]' : `${i === 0 ? '' : '.'}${segment}`)).join('');
}

/** `.requestParameters.tags[].Key`, keys that are no identifiers quoted. */
function jqText(path: readonly string[]): string {
  return path
    .map((segment, i) => {
      if (segment === '[]') return i === 0 ? '.[]' : '[]';
      return /^[A-Za-z_]\w*$/.test(segment) ? `.${segment}` : `.${JSON.stringify(segment)}`;
    })
    .join('');
}

/** The filters and the typed query as SQL, to be asked where more logs are. */
function sqlText(state: State, engine: SqlEngineName): string {
  return sqlOf(state.question.query, engine, state.load.snapshot, contextOf(state));
}

function actorArn(state: State): string {
  if (state.list.selected < 0) return '';
  const identity = state.load.snapshot.identityOf(state.list.selected);
  return identity.arn;
}
