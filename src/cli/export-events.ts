import { type FileHandle, open } from 'node:fs/promises';
import type { Loading } from '../load/loading.ts';
import { reasonOf } from '../load/reason.ts';
import { printEvents } from '../print/print-events.ts';
import type { PrintFormat } from '../print/sheet.ts';
import type { Effect } from '../screen/effect.ts';
import { numberText } from '../screen/text/number-text.ts';
import type { ExportResult } from '../ui/perform-effects.ts';
import { outputFormats } from './options.ts';

type ExportEffect = Extract<Effect, { kind: 'export' }>;

/**
 * Writes events to a file that only its owner may read, as `--output` would print them; values that a spreadsheet would run
 * as formulas are guarded. Never rejects.
 */
export async function exportEvents(
  loading: Loading,
  zone: string,
  effect: ExportEffect,
): Promise<ExportResult> {
  const { path, events, format, overwrite } = effect;
  if (!isFormat(format)) return warning(`no format ${format}: ${Object.keys(outputFormats).join(', ')}`);
  let file: FileHandle | undefined;
  try {
    file = await open(path, overwrite ? 'w' : 'wx', 0o600);
    const toPrint = { snapshot: loading.snapshot(), loading, events };
    const destination = { terminal: false, columns: undefined, csvSafe: true };
    await file.writeFile(printEvents(toPrint, { format, columns: undefined, zone }, destination));
    return { text: `${numberText(events.length)} events written to ${path}`, tone: 'plain' };
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return 'file-exists';
    return warning(`${path} could not be written: ${reasonOf(failure)}`);
  } finally {
    await file?.close();
  }
}

function isFormat(format: string): format is PrintFormat {
  return Object.hasOwn(outputFormats, format);
}

function warning(text: string): ExportResult {
  return { text, tone: 'warning' };
}
