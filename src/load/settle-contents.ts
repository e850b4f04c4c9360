import type { ContentQuestion, EventStore } from '../store/event-store.ts';
import type { StoreFeeder } from './store-feeder.ts';
import type { TaskRunner } from './task.ts';

/**
 * Prepares the snapshot in which it is certain which records are copies: contents that the store asks for are hashed by
 * the runner, each document once in a round, until it asks for no more.
 */
export async function settleContents(
  store: EventStore,
  feeder: StoreFeeder,
  runner: TaskRunner,
): Promise<void> {
  for (;;) {
    await feeder.settle();
    const questions = store.takeContentQuestions();
    if (questions.length === 0) return;
    await Promise.all(
      questions.map(async (question) =>
        store.answerContentQuestion(question, await hashesFor(question, runner)),
      ),
    );
  }
}

/** Undefined when the records cannot be read again: they then stand for themselves. */
function hashesFor(
  { document, ranges }: ContentQuestion,
  runner: TaskRunner,
): Promise<Float64Array | undefined> {
  return runner.run({ kind: 'hash', document, ranges: Uint32Array.from(ranges) }).catch(() => undefined);
}
