import type { Loading, Progress } from '../load/loading.ts';
import type { Io } from './streams.ts';

/** Loads that are over sooner say nothing. */
const patienceMs = 500;

/** Shows on a terminal how far a load is, in one line that goes away; the function ends it. Elsewhere nothing is shown. */
export function showProgress(loading: Loading, { stderr, env }: Io): () => void {
  if (stderr.isTTY !== true || env.TERM === 'dumb') return () => {};
  let shown = false;
  const stop = loading.subscribe(() => {
    const progress = loading.progress();
    if (progress.elapsedMs < patienceMs) return;
    shown = true;
    stderr.write(`\r${progressText(progress)}${clearToEnd}`);
  });
  return () => {
    stop();
    if (shown) stderr.write(`\r${clearToEnd}`);
  };
}

const clearToEnd = '\x1b[K';

function progressText({ filesDone, filesFound, bytesDone, bytesFound }: Progress): string {
  const percent = bytesFound === 0 ? 0 : Math.floor((100 * bytesDone) / bytesFound);
  return `loading ${percent}% · ${filesDone} of ${filesFound} files`;
}
