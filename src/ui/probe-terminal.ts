import type { TerminalStreams } from './terminal-streams.ts';

/** What a terminal itself says, asked by the sequences that most of them answer. */
export type TerminalFacts = {
  /** False when it answered nothing in time: everything else is unknown then. */
  readonly answers: boolean;
  /** Cells that it moved its cursor by, for each of `probedTexts`; undefined without an answer. */
  readonly widths: readonly (number | undefined)[];
  /** Whether it shows frames whole (synchronized updates, mode 2026); undefined when it does not know the question. */
  readonly synchronized: boolean | undefined;
};

/** Texts whose width terminals disagree about, the cells that trailtui counts for each, and what they stand for. */
export const probedTexts: readonly {
  readonly text: string;
  readonly columns: number;
  readonly what: string;
}[] = [
  { text: 'é', columns: 1, what: 'accented letters' },
  { text: 'e\u0301', columns: 1, what: 'letters with combining marks' },
  { text: '─│▸✗…', columns: 5, what: 'lines and signs' },
  { text: '漢', columns: 2, what: 'Chinese, Japanese and Korean characters' },
  { text: '😀', columns: 2, what: 'emoji' },
];

const askPosition = '\x1b[6n';
const askSynchronized = '\x1b[?2026$p';
const askNothing = '\x1b[c'; // answered by nearly every terminal, and last
const timeoutMs = 1000;

/** Asks and waits at most a second. What is drawn for it is erased again. */
export async function probeTerminal({ input, output }: TerminalStreams): Promise<TerminalFacts> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let answer = '';
  const read = (bytes: Uint8Array) => {
    answer += Buffer.from(bytes).toString('latin1');
    if (/\x1b\[\?[\d;]*c/.test(answer)) resolve();
  };
  const timer = setTimeout(resolve, timeoutMs);
  input.setRawMode(true);
  input.on('data', read);
  output.write(probedTexts.map(({ text }) => `\r${text}${askPosition}`).join(''));
  output.write(`\r\x1b[K${askSynchronized}${askNothing}`);
  await promise;
  clearTimeout(timer);
  input.off('data', read);
  input.setRawMode(false);
  input.pause();
  return readFacts(answer);
}

/** The facts in the bytes of an answer. */
export function readFacts(answer: string): TerminalFacts {
  const columns = [...answer.matchAll(/\x1b\[\d+;(\d+)R/g)].map((match) => Number(match[1]) - 1);
  const mode = /\x1b\[\?2026;(\d)\$y/.exec(answer)?.[1];
  return {
    answers: answer !== '',
    widths: probedTexts.map((_, index) => columns[index]),
    synchronized: mode === undefined ? undefined : mode === '1' || mode === '2',
  };
}
