import type { RecordAnswers } from './question.ts';

/** Answers to a test on records with nothing tested yet, for snapshots of up to `length` events. */
export function noAnswers(length: number): RecordAnswers {
  return { tested: new Uint8Array(length), passed: new Uint8Array(length) };
}

/** Notes a part of the answers, in place: the events that were tested, and of these the ones that passed. */
export function noteAnswers(answers: RecordAnswers, tested: Uint32Array, passed: Uint32Array): void {
  for (const event of tested) answers.tested[event] = 1;
  for (const event of passed) answers.passed[event] = 1;
}
