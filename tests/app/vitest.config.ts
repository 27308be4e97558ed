/** A person's paths through the real app, and every page as it looks: against the built files, with patience for slow machines. */
import { defineConfig } from 'vitest/config'

/**
 * Pages, and paths that mostly wait for minutes to pass, on a desktop of their own: they may run beside the other paths,
 * which take the keyboard in turns.
 */
const pages = [
  'tests/app/screens/**/*.test.ts',
  'tests/app/{accessibility,sound,noticing,noticingBadDays,pausesBadDays}.test.ts',
]

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['tests/app/launchSetup.ts'],
    fileParallelism: false,
    maxConcurrency: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pages', include: pages } },
      { extends: true, test: { name: 'paths', include: ['tests/app/**/*.test.ts'], exclude: pages } },
    ],
  },
})
