/** A person's paths through the real app, and every page as it looks: against the built files, with patience for slow machines. */
import { defineConfig } from 'vitest/config'

/** Headless pages that share nothing with the desktop: they may run beside the paths, which take the keyboard in turns. */
const pages = ['tests/app/screens/**/*.test.ts', 'tests/app/accessibility.test.ts', 'tests/app/sound.test.ts']

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
