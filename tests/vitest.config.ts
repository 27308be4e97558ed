/** One runner for every test that needs neither a browser nor Electron; app tests have their own config. */
import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], extra: object = {}) => ({
  extends: true as const,
  test: { name, include, ...extra },
})

/** Brokers, message buses, displays and replayed weeks: real parts take their time, so the quick check leaves them out. */
const real = ['tests/engine/devices/**/*.test.ts', 'tests/probes/**/*.test.ts', 'tests/hosts/day*.test.ts']

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // By itself the runner leaves one core free, which is half of a small machine.
    maxWorkers: '100%',
    testTimeout: 15_000,
    hookTimeout: 30_000,
    projects: [
      project('core', ['tests/core/**/*.test.ts', 'tests/contract/**/*.test.ts', 'tests/*.test.ts']),
      project(
        'engine',
        ['tests/engine/**/*.test.ts', 'tests/main/**/*.test.ts', 'tests/hosts/**/*.test.ts'],
        {
          exclude: real,
        },
      ),
      project('real', real),
      project('renderer', ['tests/renderer/**/*.test.{ts,tsx}'], {
        environment: 'happy-dom',
        setupFiles: ['tests/renderer/patience.ts'],
        testTimeout: 20_000,
      }),
      project('llm', ['tests/llm/**/*.test.ts'], {
        testTimeout: 60_000,
        // A model takes what cores there are: one at a time, after all others.
        fileParallelism: false,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
})
