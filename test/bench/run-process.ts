import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a process went, from start to end. */
export type Run = {
  readonly ms: number;
  readonly exitCode: number | null;
  /** What it wrote to standard output. */
  readonly output: string;
  /** Peak memory in MB and processor time; undefined for programs that are not run by Node. */
  readonly usage: { readonly peakMb: number; readonly cpuMs: number } | undefined;
};

/** Runs a command to its end. */
export async function runOnce(command: readonly string[]): Promise<Run> {
  const scratch = mkdtempSync(join(tmpdir(), 'trailtui-bench-'));
  const usageFile = join(scratch, 'usage.json');
  const isNode = command[0] === process.execPath;
  const [program, ...rest] = command as [string, ...string[]];
  const args = isNode ? ['--import', new URL('./usage-report.ts', import.meta.url).href, ...rest] : rest;
  const startMs = performance.now();
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TRAILTUI_USAGE_FILE: usageFile },
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const exitCode = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  const ms = performance.now() - startMs;
  let usage: Run['usage'];
  try {
    usage = JSON.parse(readFileSync(usageFile, 'utf8'));
  } catch {
    usage = undefined;
  }
  rmSync(scratch, { recursive: true });
  return { ms, exitCode, output: Buffer.concat(parts).toString(), usage };
}

/** The value in the middle, or at another share of the way from the smallest to the largest. */
export function quantile(values: readonly number[], share = 0.5): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
