import type { CopyWhat } from './action.ts';
import { clockFor } from './clock.ts';
import { recordOf } from './detail-content.ts';
import { rangeOf } from './evidence.ts';
import { type Selected, selectedValue } from './filters.ts';
import { timelineMarkdown } from './marks-timeline.ts';
import { policyText } from './policy-text.ts';
import { reopenCommand } from './reopen-command.ts';
import type { State } from './state.ts';
import { type Step, saying, withEffects } from './step.ts';

/** The `y` and `p` families: the exact text to the clipboard, or plainly onto the terminal. */
export function copyText(state: State, what: CopyWhat, to: 'clipboard' | 'terminal'): Step {
  const found = textOf(state, what);
  if (typeof found === 'object') return saying(state, found.missing, 'warning');
  if (to === 'terminal') return withEffects(state, { kind: 'show-plain', text: found });
  return withEffects(state, { kind: 'copy', text: found, what: copyNames[what] });
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
};

type Missing = { readonly missing: string };

function textOf(state: State, what: CopyWhat): string | Missing {
  switch (what) {
    case 'command':
      return reopenCommand(state);
    case 'timeline':
      return state.evidence.marks.size === 0
        ? { missing: 'nothing is marked: m marks an event' }
        : timelineMarkdown(state);
    case 'event':
      return eventText(state);
    case 'policy':
      return policyText(state) ?? { missing: 'the record is still being read' };
    case 'actor':
      return actorArn(state) || { missing: 'the record names no ARN of the caller' };
    default: {
      const selected = selectedValue(state);
      return selected === undefined ? { missing: 'no value is selected here' } : ofSelected(selected, what);
    }
  }
}

function ofSelected(selected: Selected, what: 'value' | 'name' | 'path' | 'jq'): string {
  if (what === 'value') return selected.value;
  if (selected.kind === 'field') return what === 'jq' ? '.' : selected.field;
  if (what === 'name') return selected.path.findLast((segment) => segment !== '[]') ?? '';
  return what === 'path' ? pathText(selected.path) : jqText(selected.path);
}

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

/** The records of the range as they stand, one a line; records that are not here yet are named. */
function eventText(state: State): string | Missing {
  const events = rangeOf(state);
  if (events.length === 0) return { missing: 'no event is selected' };
  const records = events.map((event) => recordOf(state.detail, event));
  if (records.length === 1) return records[0]?.json ?? { missing: 'the record is still being read' };
  // Only the selected record is at hand; a range is copied as a table of what the list knows.
  const clock = clockFor('UTC');
  const { snapshot } = state.load;
  return events
    .map((event) => {
      const timeMs = snapshot.timeMs[event]!;
      const time = Number.isNaN(timeMs) ? '' : `${clock.date(timeMs)}T${clock.time(timeMs)}Z`;
      const fields = [
        'service',
        'event',
        'principal',
        'target',
        'source_ip',
        'region',
        'error',
        'event_id',
      ] as const;
      return [time, ...fields.map((field) => snapshot.text(field, event) ?? '')].join('\t');
    })
    .join('\n');
}

function actorArn(state: State): string {
  if (state.list.selected < 0) return '';
  const identity = state.load.snapshot.identityOf(state.list.selected);
  return identity.arn;
}
