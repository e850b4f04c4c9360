import type { Loading } from '../load/loading.ts';
import { exitCode } from './exit-code.ts';
import { sayNothingLoaded, sayUnreachable, somethingLoaded } from './load-report.ts';
import type { Request } from './request.ts';
import type { Io } from './streams.ts';

/** How long a load may take to show its first event before the screen opens without any. */
const patienceMs = 250;

/** Opens the full-screen program on a load under way; the exit code once it is closed. */
export async function openScreen(request: Request, query: string, loading: Loading, io: Io): Promise<number> {
  // The screen's code is read while the first files are.
  const ui = import('../ui/run-screen.tsx');
  await firstEvent(loading);
  const snapshot = loading.snapshot();
  if (loading.progress().done && snapshot.length === 0) {
    sayUnreachable(snapshot, io.stderr);
    sayNothingLoaded(snapshot, request, io.stderr);
    return somethingLoaded(snapshot) ? exitCode.noMatch : exitCode.failed;
  }
  const { runScreen } = await ui;
  await runScreen({ loading, query, zone: request.zone, color: request.color });
  return exitCode.matched;
}

/** Fulfilled when there is something to see, nothing more to come, or patience at its end. */
function firstEvent(loading: Loading): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(finish, patienceMs);
    const stop = loading.subscribe(() => {
      if (loading.snapshot().length > 0) finish();
    });
    loading.done.then(finish);
    function finish(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}
