/**
 * ink-table asks for Ink with `require`, and Ink cannot be required: it waits while it loads. Import this before what
 * draws tables, and `require` finds the Ink that is loaded already. The bundle needs no such thing.
 */
import { createRequire } from 'node:module';
import * as ink from 'ink';

const require = createRequire(import.meta.url);
const path = require.resolve('ink');
require.cache[path] = { exports: ink, loaded: true, id: path, filename: path } as NodeJS.Module;
