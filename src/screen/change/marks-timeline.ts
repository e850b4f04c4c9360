import { identityKey } from '../../query/marked-events.ts';
import { formatTime } from '../../record/time.ts';
import { chainText } from '../../store/sessions.ts';
import { loadedMarks } from '../list/marks.ts';
import type { State } from '../state.ts';
import { queryText, reopenCommand } from './reopen-command.ts';

/**
 * The marked events as a timeline in Markdown, ready for a ticket:
 * time, who, what, target, outcome, note, event id and file.
 */
export function timelineMarkdown(state: State): string {
  const { snapshot } = state.load;
  const rows = loadedMarks(state).map((event) => {
    const text = (field: Parameters<typeof snapshot.text>[0]) => snapshot.text(field, event) ?? '';
    const timeMs = snapshot.timeMs[event]!;
    const cells = [
      Number.isNaN(timeMs) ? text('time') : formatTime(timeMs),
      chainText(snapshot.chainOf(event)),
      `${text('service')}:${text('event')}`,
      text('target'),
      text('error') === '' ? text('outcome') : `${text('outcome')}: ${text('error')}`,
      text('source_ip'),
      state.evidence.marks.get(identityKey(snapshot, event)) ?? '',
      text('event_id'),
      text('file'),
    ];
    return `| ${cells.map(markdownCell).join(' | ')} |`;
  });
  const queries = queriesOfRun(state).map((query) => `- ${codeSpan(query)}`);
  return [
    '# Timeline',
    '',
    '| time | who | what | target | outcome | from | note | event id | file |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    `Reopen this view: ${codeSpan(reopenCommand(state))}`,
    ...(queries.length > 0 ? ['', 'Queries of this run:', '', ...queries] : []),
    '',
  ].join('\n');
}

/** What was asked since the program started, each once, in order. Recent queries may be of another incident. */
function queriesOfRun(state: State): string[] {
  const { past, future } = state.history;
  const views = [...past, state.question, ...future.toReversed()];
  const texts = views.map((view) => queryText(view, state.settings));
  return [...new Set(texts)].filter((text) => text !== '');
}

/** One line, with nothing that Markdown or HTML would take for its own. */
function markdownCell(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>|~]/g, (sign) => `\\${sign}`);
}

function codeSpan(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence} ${text.replace(/[\r\n]+/g, ' ')} ${fence}`.replace(/^` (.*) `$/, '`$1`');
}
