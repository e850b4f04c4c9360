import type { Action, Intent, Report } from './action.ts';
import { chosenCommand } from './boxes/palette.ts';
import { copyText } from './change/copy.ts';
import { followCount } from './change/count-path.ts';
import { readMissing } from './change/detail-records.ts';
import { markEvents, toggleRange } from './change/evidence.ts';
import { dropFilter, filterValue, hideServices, toggleLens } from './change/filters.ts';
import { findNext } from './change/find.ts';
import { goBack, leave, moveFocus, toggleFull } from './change/focus.ts';
import { walkHistory } from './change/history.ts';
import { editChip, focusChips, moveChip, negateChip, removeChip, toggleChip } from './change/move-chips.ts';
import { foldValue, keepPaneVisible, moveInDetail, toggleFold } from './change/move-detail.ts';
import { moveCell, moveInList, seekEvent, seekMatch, sortList, toggleContext } from './change/move-list.ts';
import {
  changeFacet,
  chooseInBox,
  confirmBox,
  filterByFacet,
  keepBoxVisible,
  moveInBox,
  narrowBox,
  openBox,
} from './change/move-popup.ts';
import { openInput } from './change/open-input.ts';
import { pivot } from './change/pivot.ts';
import { takeReport } from './change/reports.ts';
import { moveBin, placeBin, takeAsNormal, toggleBinRange, toggleTimeline, zoom } from './change/timeline.ts';
import { completeText, dropInput, editText, keepInput, recallQuery, typeText } from './change/typing.ts';
import { detailContent } from './detail/detail-content.ts';
import { keepSelected, keepSelectedVisible } from './list/list-place.ts';
import type { State } from './state.ts';
import { type Step, saying, toState, withEffects } from './step.ts';

/** Milliseconds after which the menu of a family of keys is shown. */
const menuDelayMs = 300;

// A record, so that a kind of report that is forgotten here does not compile.
const reports: { readonly [K in Report['kind']]: true } = {
  loaded: true,
  'record-read': true,
  'record-failed': true,
  'records-gathered': true,
  'search-part': true,
  'search-done': true,
  'values-part': true,
  'values-done': true,
  resized: true,
  told: true,
  'file-exists': true,
  'family-waited': true,
};

/** The state after an action, and what is asked of the world. Pure: the same state and action lead to the same step. */
export function reduce(state: State, action: Action): Step {
  if (isReport(action)) return settle(state, takeReport(state, action));
  const quiet = { ...state, message: undefined, family: undefined };
  return settle(state, follow(looksAtEvent.has(action.kind) ? keepSelected(quiet) : quiet, action));
}

/** Who does one of these has chosen the event: it stays selected, though nobody moved to it. */
const looksAtEvent = new Set<Intent['kind']>([
  'enter',
  'focus-next',
  'mark',
  'copy',
  'pivot',
  'filter-value',
  'find',
  'toggle-raw',
  'select-range',
  'sort',
  'toggle-context',
]);

function isReport(action: Action): action is Report {
  return Object.hasOwn(reports, action.kind);
}

/** What the user wants, done. One line an intent: what it means stands in the file of its part of the screen. */
function follow(state: State, intent: Intent): Step {
  switch (intent.kind) {
    case 'move':
      return toState(moveWhere(state, intent));
    case 'move-cell':
      return moveSideways(state, intent.direction);
    case 'focus-next':
      return toState(moveFocus(state, intent.direction));
    case 'enter':
      return enter(state);
    case 'step-back':
      return toState(goBack(state));
    case 'leave':
      return leave(state);
    case 'toggle-full':
      return toState(toggleFull(state));
    case 'ask':
      return toState({ ...openInput(state, 'query', state.question.text), full: false });
    case 'type':
      return typeText(state, intent.text);
    case 'edit':
      return editText(state, intent.edit);
    case 'keep-input':
      return keepOrRun(state);
    case 'drop-input':
      return dropInput(state);
    case 'recent-query':
      return recallQuery(state, intent.direction);
    case 'complete':
      return completeText(state, intent.direction);
    case 'filter-value':
      return filterValue(state, intent.how);
    case 'drop-filter':
      return dropFilter(state, intent.which);
    case 'hide-services':
      return hideServices(state);
    case 'lens':
      return toggleLens(state, intent.lens);
    case 'walk-history':
      return walkHistory(state, intent.direction);
    case 'seek':
      return seek(state, intent);
    case 'sort':
      return sortList(state, intent.reverse);
    case 'toggle-context':
      return toggleContext(state);
    case 'select-range':
      return state.focus === 'timeline' ? toggleBinRange(state) : toggleRange(state);
    case 'go-to-time':
      return toState(openInput(state, 'time', ''));
    case 'toggle-chip':
      return toggleChip(state);
    case 'negate-chip':
      return negateChip(state);
    case 'remove-chip':
      return removeChip(state);
    case 'focus-chips':
      return focusChips(state);
    case 'show-timeline':
      return toggleTimeline(state);
    case 'take-as-normal':
      return takeAsNormal(state);
    case 'find':
      return toState(openInput(state, 'find', ''));
    case 'toggle-wrap':
      return toState({ ...state, detail: { ...state.detail, wrap: !state.detail.wrap } });
    case 'toggle-raw':
      return toState(toggleRaw(state));
    case 'open':
      return openBox(state, intent.what);
    case 'narrow':
      return toState(narrowBox(state));
    case 'choose':
      return chooseInBox(state);
    case 'facet-sort':
      return changeFacet(state, 'sort');
    case 'facet-exclude':
      return state.popup === undefined ? toState(state) : filterByFacet(state, state.popup, true);
    case 'confirm':
      return confirmBox(state);
    case 'begin-family':
      return beginFamily(state, intent.prefix);
    case 'end-family':
      return toState(state);
    case 'copy':
      return copyText(state, intent.what, intent.to);
    case 'pivot':
      return pivot(state, intent.to);
    case 'mark':
      return markEvents(state, intent.note);
    case 'redraw':
      return withEffects(state, { kind: 'redraw' });
    case 'suspend':
      return withEffects(state, { kind: 'suspend' });
    case 'quit':
      return withEffects(state, { kind: 'quit' });
  }
}

/** What holds after every action: what is selected is seen, and its record is asked for. */
function settle(before: State, step: Step): Step {
  let { state } = step;
  if (state.list.selected !== before.list.selected) state = atFirstLine(state);
  if (state.question.matches !== before.question.matches || state.size !== before.size)
    state = placeBin(state);
  if (
    state.size !== before.size ||
    state.full !== before.full ||
    state.focus !== before.focus ||
    roomChanged(before, state)
  ) {
    state = keepSelectedVisible(state);
  }
  if (
    state.detail !== before.detail ||
    state.size !== before.size ||
    state.focus !== before.focus ||
    state.full !== before.full
  ) {
    state = keepPaneVisible(keepPaneVisible(state, 'request'), 'response');
  }
  const counted = followCount(before, keepBoxVisible(state));
  state = counted.state;
  const { selected } = state.list;
  const effects = [...step.effects, ...counted.effects];
  if (selected === state.detail.asked) return { state, effects };
  effects.push(...readMissing(state, [selected]));
  return { state: { ...state, detail: { ...state.detail, asked: selected } }, effects };
}

function atFirstLine(state: State): State {
  const start = { line: 0, top: 0 };
  return { ...state, detail: { ...state.detail, request: start, response: start } };
}

/** Whether lines above or below the list came or went. */
function roomChanged(before: State, after: State): boolean {
  return (
    before.question !== after.question || before.timeline !== after.timeline || before.input !== after.input
  );
}

function moveWhere(state: State, { by, direction }: Extract<Intent, { kind: 'move' }>): State {
  if (state.popup !== undefined) return moveInBox(state, by, direction);
  const onDetail = state.input === undefined && (state.focus === 'request' || state.focus === 'response');
  return onDetail ? moveInDetail(state, by, direction) : moveInList(state, by, direction);
}

function moveSideways(state: State, direction: 1 | -1): Step {
  if (state.popup?.kind === 'facet') return changeFacet(state, direction);
  switch (state.focus) {
    case 'list':
      return toState(moveCell(state, direction));
    case 'timeline':
      return toState(moveBin(state, direction));
    case 'chips':
      return toState(moveChip(state, direction));
    default:
      return foldValue(state, direction);
  }
}

function enter(state: State): Step {
  switch (state.focus) {
    case 'list':
      return state.list.selected < 0
        ? saying(state, 'no event is selected')
        : toState({ ...state, focus: 'request' });
    case 'timeline':
      return zoom(state);
    case 'chips':
      return editChip(state);
    default:
      return toggleFold(state);
  }
}

function seek(state: State, { what, direction }: Extract<Intent, { kind: 'seek' }>): Step {
  if (what !== 'match') return seekEvent(state, what, direction);
  return state.focus === 'list' ? seekMatch(state, direction) : findNext(state, direction);
}

/** Enter in the palette runs the chosen command, as its key would. */
function keepOrRun(state: State): Step {
  const command = chosenCommand(state);
  if (command === undefined) return keepInput(state);
  return reduce({ ...state, input: undefined, popup: undefined }, command);
}

function beginFamily(state: State, prefix: 'a' | 'y' | 'p'): Step {
  return withEffects({ ...state, family: { prefix, menu: false } }, { kind: 'wait', delayMs: menuDelayMs });
}

/** Parameters, raw JSON, and where the record was mended the bytes it was read from; then parameters again. */
function toggleRaw(state: State): State {
  const { detail } = state;
  const original = detailContent(state).record?.original !== undefined;
  const view =
    detail.view === 'parameters' ? 'raw' : detail.view === 'raw' && original ? 'original' : 'parameters';
  const focus = state.focus === 'response' ? 'request' : state.focus;
  return { ...state, focus, detail: { ...detail, view, request: { line: 0, top: 0 } } };
}
