/**
 * Writes the sample incident: `node samples/generate.ts [folder]`, this folder when none is named.
 * The same bytes come out each time. What is told is in `README.md`, who and what in `.generator/`: a hidden folder, so
 * that trailtui, which leaves those out, opens the logs alone.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { background } from './.generator/day/background.ts';
import { curiosities } from './.generator/day/curiosities.ts';
import { rareCallers } from './.generator/day/rare-callers.ts';
import { sessions } from './.generator/day/sessions.ts';
import { uncalled } from './.generator/day/uncalled.ts';
import { pastedIntoTicket, type SampleFile, toFiles } from './.generator/delivery.ts';
import { toDelivered } from './.generator/record.ts';
import { fromEventHistory } from './.generator/story/event-history.ts';
import { incident } from './.generator/story/incident.ts';

/** All files of the sample incident. */
export function sampleFiles(): readonly SampleFile[] {
  const happenings = [...background(), ...sessions, ...rareCallers, ...curiosities, ...incident];
  const delivered = [...happenings.map(toDelivered), ...uncalled];
  return [...toFiles(delivered), pastedIntoTicket(toDelivered(fromEventHistory).record)];
}

/** Writes all files below the folder, in place of what was generated there before. */
export function writeSamples(folder: string): void {
  for (const made of ['AWSLogs', 'pasted']) rmSync(join(folder, made), { recursive: true, force: true });
  for (const { path, bytes } of sampleFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeSamples(process.argv[2] ?? import.meta.dirname);
