/**
 * Preloaded into a process (`node --import`): when it ends, its peak memory and processor time go to the file that
 * TRAILTUI_USAGE_FILE names.
 */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.TRAILTUI_USAGE_FILE;
if (isMainThread && file !== undefined)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const usage = { peakMb: (process.resourceUsage().maxRSS * 1024) / 1e6, cpuMs: (user + system) / 1000 };
    writeFileSync(file, JSON.stringify(usage));
  });
