import type { Intent } from '../action.ts';

/** What an action is called in the configuration of keys: `move-line-down`, `open-help`, `copy-event`. */
export function actionName(action: Intent): string {
  if (action.kind === 'copy') return `${action.to === 'terminal' ? 'print' : 'copy'}-${action.what}`;
  const parts = Object.entries(action).map(([key, value]) => {
    if (key === 'direction') return value === 1 ? 'down' : 'up';
    if (typeof value === 'boolean') return value ? key : '';
    return String(value);
  });
  return parts.filter((part) => part !== '').join('-');
}
