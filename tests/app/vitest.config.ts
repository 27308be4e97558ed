/** A person's paths through the real app: one at a time, against the built files, with patience for slow machines. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/app/**/*.test.ts'],
    globalSetup: ['tests/app/launchSetup.ts'],
    fileParallelism: false,
    maxConcurrency: 4,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
