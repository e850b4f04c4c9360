import { defineConfig } from 'vitest/config';

// A foreign time zone, so that a hidden assumption of UTC fails here and not at a user's.
process.env.TZ = 'America/Los_Angeles';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
