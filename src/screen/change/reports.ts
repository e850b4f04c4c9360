import type { Report } from '../action.ts';
import type { State } from '../state.ts';
import { type Step, toState } from '../step.ts';
import { answerQuestion, endSearch, takeAnswers } from './ask.ts';
import { copyGathered } from './copy.ts';
import { endValues, takeValues } from './count-path.ts';
import { takeFailure, takeRecord } from './detail-records.ts';
import { askOverwrite } from './move-popup.ts';

/** What the world reports, taken in. */
export function takeReport(state: State, report: Report): Step {
  switch (report.kind) {
    case 'loaded': {
      const known = state.load.snapshot;
      const next = { ...state, load: { snapshot: report.snapshot, progress: report.progress } };
      const unasked = state.question.undecided > 0 && state.question.searching === undefined;
      return report.snapshot === known && !unasked ? toState(next) : answerQuestion(next);
    }
    case 'record-read':
      return toState(takeRecord(state, report.record));
    case 'record-failed':
      return toState(takeFailure(state, report.event, report.message));
    case 'records-gathered':
      return copyGathered(state, report);
    case 'search-part':
      return takeAnswers(state, report.key, report.tested, report.passed);
    case 'search-done':
      return endSearch(state, report.key);
    case 'values-part':
      return toState(takeValues(state, report.path, report.found));
    case 'values-done':
      return toState(endValues(state, report.path));
    case 'resized':
      return toState({ ...state, size: { columns: report.columns, rows: report.rows } });
    case 'told':
      return toState({ ...state, message: report.message });
    case 'file-exists':
      return toState(askOverwrite(state, report.path));
    case 'family-waited':
      return toState(
        state.family === undefined ? state : { ...state, family: { ...state.family, menu: true } },
      );
  }
}
