import type { Decoded, Document } from '../decode/batch.ts';
import { release } from '../decode/release.ts';
import type { Task, TaskResult } from './task.ts';
import type { WorkerAnswer } from './worker-message.ts';

/**
 * The result with the kept bytes of all documents in shared memory. Copying them there is cheap beside decoding them, and
 * lets any thread read them ever after.
 */
export function shareKept(task: Task, result: TaskResult[Task['kind']]): TaskResult[Task['kind']] {
  if (task.kind !== 'decode' && task.kind !== 'decode-bytes') return result;
  const shared = new Map<Uint8Array, Uint8Array>();
  const share = (bytes: Uint8Array) => {
    if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
    const known = shared.get(bytes);
    if (known !== undefined) return known;
    const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
    copy.set(bytes);
    shared.set(bytes, copy);
    return copy;
  };
  const shareDocument = (document: Document): Document =>
    document.source.kept === 'memory'
      ? { ...document, source: { ...document.source, bytes: share(document.source.bytes) } }
      : document;
  const sharedResult = (result as readonly Decoded[]).map((decoded) => ({
    ...decoded,
    batches: decoded.batches.map((batch) => ({
      ...batch,
      document: shareDocument(batch.document),
      ...(batch.original === undefined ? {} : { original: shareDocument(batch.original) }),
    })),
  }));
  for (const bytes of shared.keys()) release(bytes);
  return sharedResult;
}

/** The buffers of an answer that can be handed over instead of copied. */
export function buffersOf(answer: WorkerAnswer): ArrayBuffer[] {
  if (!('result' in answer)) return [];
  if (ArrayBuffer.isView(answer.result)) {
    const { buffer } = answer.result;
    // Bytes that are kept as they are stand in shared memory already; what zlib gives may stand in a pool.
    const whole = buffer instanceof ArrayBuffer && buffer.byteLength === answer.result.byteLength;
    return whole ? [buffer] : [];
  }
  if (!Array.isArray(answer.result)) return [];
  // All columns of a batch stand in one buffer.
  const buffers = (answer.result as readonly Decoded[]).flatMap(({ batches }) =>
    batches.map(({ timeMs }) => timeMs.buffer),
  );
  return [...new Set(buffers)] as ArrayBuffer[];
}
