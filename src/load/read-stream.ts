import { type Problem, wholeFileProblem } from '../decode/problem.ts';
import { reasonOf } from './reason.ts';

/** All bytes of a stream; what came before it broke, and why it did. */
export async function readStream(
  stream: AsyncIterable<Uint8Array> | undefined,
): Promise<{ readonly bytes: Uint8Array; readonly problem: Problem | undefined }> {
  const chunks: Uint8Array[] = [];
  let problem: Problem | undefined;
  try {
    for await (const chunk of stream ?? []) chunks.push(chunk);
  } catch (error) {
    problem = wholeFileProblem('-', 'unreadable', reasonOf(error));
  }
  // A copy with a buffer of its own: it is handed to other threads.
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes, problem };
}
