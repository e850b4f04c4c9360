import { spawnSync } from 'node:child_process';
import { freemem, totalmem } from 'node:os';
import { sizeText } from '../screen/text/size-text.ts';
import { clipboardWorld, copyText, routesFor } from '../ui/clipboard.ts';
import { probedTexts, probeTerminal, type TerminalFacts } from '../ui/probe-terminal.ts';
import { openTerminalStreams } from '../ui/terminal-streams.ts';
import type { Io } from './streams.ts';

/** What the doctor looks at: everything that makes trailtui work well or badly on this computer. */
export type Findings = {
  readonly env: Io['env'];
  readonly platform: string;
  readonly nodeVersion: string;
  /** Undefined when standard output is no terminal. */
  readonly size: { readonly columns: number; readonly rows: number } | undefined;
  /** Bits of colour: 1 for none, 4 for 16 colours, 8, 24. */
  readonly colourDepth: number;
  readonly facts: TerminalFacts | undefined;
  /** Settings of tmux by name; undefined outside tmux. */
  readonly tmux: { readonly [name: string]: string } | undefined;
  /** What came of a copy that was tried. */
  readonly copied: string | undefined;
  readonly freeBytes: number;
  readonly totalBytes: number;
};

/** One thing looked at: how it is, and what to do when it is not well. */
export type Finding = { readonly topic: string; readonly state: string; readonly advice?: string };

/** Every finding, in the order in which they are told. */
export function diagnose(found: Findings): Finding[] {
  return [
    {
      topic: 'Node',
      state: `${found.nodeVersion}${Number.parseInt(found.nodeVersion.slice(1), 10) < 24 ? '; Node 24 draws about twice as fast' : ''}`,
    },
    terminalFinding(found),
    coloursFinding(found),
    ...factFindings(found.facts),
    ...tmuxFindings(found.tmux),
    clipboardFinding(found),
    memoryFinding(found),
  ];
}

/** The findings as text: a topic, its state, and indented below it what to do. */
export function reportText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ topic }) => topic.length));
  return findings
    .map(({ topic, state, advice }) => {
      const sign = advice === undefined ? ' ' : '!';
      return `${sign} ${topic.padEnd(width)}  ${state}\n${advice === undefined ? '' : `  ${' '.repeat(width)}  → ${advice}\n`}`;
    })
    .join('');
}

/** Looks at everything, tries a copy, and tells. */
export async function runDoctor(io: Io): Promise<string> {
  const streams = openTerminalStreams();
  const facts = streams === undefined ? undefined : await probeTerminal(streams);
  const copied =
    streams === undefined
      ? undefined
      : (
          await copyText(
            'trailtui can copy',
            'a test',
            '',
            clipboardWorld((bytes) => streams.output.write(bytes)),
          )
        ).text;
  return reportText(
    diagnose({
      env: io.env,
      platform: process.platform,
      nodeVersion: process.version,
      size: streams && { columns: streams.output.columns, rows: streams.output.rows },
      colourDepth: streams?.output.getColorDepth() ?? 1,
      facts,
      tmux: io.env.TMUX ? tmuxSettings() : undefined,
      copied,
      freeBytes: freemem(),
      totalBytes: totalmem(),
    }),
  );
}

function terminalFinding({ env, size }: Findings): Finding {
  const topic = 'Terminal';
  if (size === undefined) {
    return {
      topic,
      state: 'none here',
      advice: 'run trailtui --doctor at the terminal that it should work in',
    };
  }
  const name = [env.TERM, env.TERM_PROGRAM].filter(Boolean).join(', ') || 'TERM is not set';
  const state = `${name}; ${size.columns} columns, ${size.rows} rows`;
  if (!env.TERM || env.TERM === 'dumb')
    return { topic, state, advice: 'set TERM to what the terminal is, xterm-256color for most' };
  if (size.columns < 80 || size.rows < 24)
    return { topic, state, advice: 'from 80 columns and 24 rows on, list and parameters fit side by side' };
  return { topic, state };
}

function coloursFinding({ env, colourDepth }: Findings): Finding {
  const topic = 'Colours';
  if (env.NO_COLOR) return { topic, state: 'none, as NO_COLOR asks' };
  if (colourDepth < 4)
    return { topic, state: 'none', advice: 'if the terminal has colours, set TERM to what it is' };
  return {
    topic,
    state: `${colourDepth < 24 ? 2 ** colourDepth : '16 million'}; trailtui uses the first 16, as your terminal sets them`,
  };
}

function factFindings(facts: TerminalFacts | undefined): Finding[] {
  if (facts === undefined) return [];
  const topic = 'Characters';
  if (!facts.answers) {
    return [
      {
        topic,
        state: 'unknown: the terminal does not answer',
        advice: 'if lines do not align, tell us which terminal it is',
      },
    ];
  }
  const wrong = probedTexts.filter(
    ({ columns }, index) => facts.widths[index] !== undefined && facts.widths[index] !== columns,
  );
  const list = wrong.map(({ what }) => what).join(', ');
  const isGrave = wrong.some(({ text }) => text.startsWith('─'));
  const widths: Finding =
    wrong.length === 0
      ? { topic, state: 'as wide as trailtui takes them for' }
      : {
          topic,
          state: `of another width than trailtui takes them for: ${list}`,
          advice: isGrave
            ? 'set “ambiguous width” of the terminal to narrow, and a UTF-8 locale such as LC_ALL=C.UTF-8'
            : 'lines stay aligned; the characters themselves may look cut or spaced',
        };
  const frames: Finding =
    facts.synchronized === true
      ? { topic: 'Frames', state: 'shown whole (synchronized updates)' }
      : { topic: 'Frames', state: 'shown as they come; on a slow line --lean draws less' };
  return [widths, frames];
}

function tmuxFindings(tmux: Findings['tmux']): Finding[] {
  if (tmux === undefined) return [];
  const escapeTimeMs = Number(tmux['escape-time']);
  const clipboard = tmux['set-clipboard'] ?? '';
  return [
    escapeTimeMs > 50
      ? {
          topic: 'tmux Esc',
          state: `held back for ${escapeTimeMs} ms`,
          advice: 'set -sg escape-time 10 in ~/.tmux.conf',
        }
      : { topic: 'tmux Esc', state: `held back for ${escapeTimeMs} ms` },
    clipboard === 'off'
      ? {
          topic: 'tmux copy',
          state: 'stays within tmux',
          advice: 'set -s set-clipboard external in ~/.tmux.conf',
        }
      : { topic: 'tmux copy', state: `reaches the terminal (set-clipboard ${clipboard})` },
  ];
}

function clipboardFinding(found: Findings): Finding {
  const topic = 'Clipboard';
  const { env, copied } = found;
  if (copied === undefined) return { topic, state: 'not tried without a terminal' };
  const routes = routesFor({ env, platform: found.platform });
  if (copied.includes('sent to')) {
    const tools = routes.map(({ command }) => command[0]).join(' or ');
    return {
      topic,
      state: `${copied}; it gives no answer: paste to see whether “trailtui can copy” arrived`,
      advice:
        tools === ''
          ? 'if it did not, allow OSC 52 in the terminal’s settings; values can be printed instead'
          : `install ${tools}, or allow OSC 52 in the terminal’s settings`,
    };
  }
  return { topic, state: copied };
}

function memoryFinding({ freeBytes, totalBytes }: Findings): Finding {
  const events = Math.floor(freeBytes / bytesPerEvent / 100_000) / 10;
  const state = `${sizeText(freeBytes)} of ${sizeText(totalBytes)} free: about ${events.toFixed(1)} million events`;
  return freeBytes < 500e6
    ? { topic: 'Memory', state, advice: 'open fewer files at once, such as one day' }
    : { topic: 'Memory', state };
}

/** What an event takes with everything around it, for a rough count. */
const bytesPerEvent = 600;

function tmuxSettings(): { [name: string]: string } {
  const names = ['escape-time', 'set-clipboard'];
  return Object.fromEntries(
    names.map((name) => [
      name,
      spawnSync('tmux', ['show-options', '-sv', name], { encoding: 'utf8' }).stdout?.trim() ?? '',
    ]),
  );
}
