import type { Snapshot } from '../store/snapshot.ts';
import { maskOfIs } from './is-mask.ts';
import { maskOfField, maskOfTimes, maskOfWord } from './leaf-mask.ts';
import { allOf, anyOf, emptyMask, eventsOf, filledMask, invert, type Mask, Maybe, No, Yes } from './mask.ts';
import type { Answer, Query, QueryContext, RecordAnswers } from './question.ts';
import { type RecordTest, recordTestKey } from './record-test.ts';
import { releaseForgotten, remembered } from './remembered-mask.ts';
import { resolveLists } from './resolve-lists.ts';
import { maskOfValue } from './value-mask.ts';

/** A question with what it is asked of. */
type Asking = {
  readonly snapshot: Snapshot;
  readonly context: QueryContext;
  readonly recordAnswers: ReadonlyMap<string, RecordAnswers>;
};

/** A node of the question once it is evaluated. */
type Evaluated = {
  readonly mask: Mask;
  readonly parts: readonly Evaluated[];
  readonly test: RecordTest | undefined;
};

/**
 * The answer to a question: the events that match for certain, and the tests on records that still decide about
 * others. Ask again with their answers, under `recordTestKey`, as these come in.
 */
export function answerQuery(
  query: Query,
  snapshot: Snapshot,
  context: QueryContext,
  recordAnswers: ReadonlyMap<string, RecordAnswers>,
): Answer {
  if (query.kind === 'all') return { matches: snapshot.order, open: [] };
  releaseForgotten();
  const asking = { snapshot, context, recordAnswers };
  const root = evaluate(resolveLists(query, context), asking);
  return { matches: eventsOf(root.mask, snapshot), open: openTests(root, asking) };
}

function evaluate(query: Query, asking: Asking): Evaluated {
  const { snapshot, context } = asking;
  switch (query.kind) {
    case 'all':
      return leaf(filledMask(snapshot.length, Yes));
    case 'and':
    case 'or': {
      const parts = query.of.map((part) => evaluate(part, asking));
      const join = query.kind === 'and' ? allOf : anyOf;
      return { mask: join(parts.map((part) => part.mask)), parts, test: undefined };
    }
    case 'not': {
      const part = evaluate(query.of, asking);
      return { mask: invert(part.mask), parts: [part], test: undefined };
    }
    case 'word':
      return leaf(remembered(snapshot, `${query.how} ${query.text}`, () => maskOfWord(query, snapshot)));
    case 'field': {
      const key = `${query.field}:${JSON.stringify(query.test)}`;
      return leaf(remembered(snapshot, key, () => maskOfField(query.field, query.test, snapshot)));
    }
    case 'is':
      // Marks come and go while the snapshot stays.
      if (query.word === 'marked') return leaf(maskOfIs(query.word, snapshot, context));
      return leaf(remembered(snapshot, `is:${query.word}`, () => maskOfIs(query.word, snapshot, context)));
    case 'time':
      return leaf(maskOfTimes(query, snapshot, context));
    case 'value': {
      const mask = maskOfValue(query.text, snapshot);
      return mask === undefined ? evaluateTest({ kind: 'text', text: query.text }, asking) : leaf(mask);
    }
    case 'record':
      return evaluateTest(query.test, asking);
  }
}

function leaf(mask: Mask): Evaluated {
  return { mask, parts: [], test: undefined };
}

function evaluateTest(test: RecordTest, { snapshot, recordAnswers }: Asking): Evaluated {
  const answers = recordAnswers.get(recordTestKey(test));
  const mask = filledMask(snapshot.length, Maybe);
  const known = Math.min(snapshot.length, answers?.tested.length ?? 0);
  for (let event = 0; event < known; event++) {
    if (answers!.tested[event] !== 0) mask[event] = answers!.passed[event] !== 0 ? Yes : No;
  }
  return { mask, parts: [], test };
}

/**
 * The tests that decide: those on a way from the root that is undecided throughout. Where another part of an `or`
 * says yes, or of an `and` says no, nothing hangs on a test.
 */
function openTests(root: Evaluated, { snapshot }: Asking): Answer['open'] {
  const open = new Map<string, { test: RecordTest; undecided: Mask }>();
  const visit = (node: Evaluated, undecided: Mask): void => {
    if (node.test !== undefined) {
      const key = recordTestKey(node.test);
      const others = open.get(key)?.undecided;
      open.set(key, {
        test: node.test,
        undecided: others === undefined ? undecided : anyOf([others, undecided]),
      });
    }
    for (const part of node.parts) if (holdsTest(part)) visit(part, undecidedIn(part.mask, undecided));
  };
  if (holdsTest(root)) visit(root, undecidedIn(root.mask, filledMask(root.mask.length, Yes)));
  return [...open]
    .map(([key, { test, undecided }]) => ({ key, test, events: eventsOf(undecided, snapshot) }))
    .filter(({ events }) => events.length > 0);
}

function holdsTest(node: Evaluated): boolean {
  return node.test !== undefined || node.parts.some(holdsTest);
}

function undecidedIn(mask: Mask, within: Mask): Mask {
  const undecided = emptyMask(mask.length);
  for (let event = 0; event < mask.length; event++) {
    if (mask[event] === Maybe && within[event] === Yes) undecided[event] = Yes;
  }
  return undecided;
}
