import { describe, expect, test } from 'vitest';
import { ask } from './ask.ts';
import { see } from './naive.ts';
import { humanByItself, questions } from './questions.ts';
import { loadSamples, recordOf } from './samples.ts';

const samples = loadSamples();
const { snapshot } = samples;
const events = Array.from({ length: snapshot.length }, (_, event) => event);
const records = events.map((event) => recordOf(samples, event));
const personOf = (event: number) => snapshot.text('person', event) ?? '';
const humans = new Set(events.filter((event) => humanByItself(see(records[event]!))).map(personOf));
const seen = events.map((event) => see(records[event]!, humans.has(personOf(event))));

describe('a query finds what a scan of the parsed records finds', () => {
  test.each(questions)('%s', (query, meaning) => {
    const expected = [...snapshot.order].filter((event) => meaning(seen[event]!));
    expect(ask(query, samples)).toEqual(expected);
  });

  test('and nearly all of these queries find something, and not everything', () => {
    const telling = questions.filter(([, meaning]) => seen.some(meaning) && !seen.every(meaning));
    expect(questions.length).toBeGreaterThanOrEqual(150);
    expect(telling.length).toBeGreaterThan(questions.length * 0.9);
  });
});
