/** The environment of a language model process: what makes it fast and small, and nothing it need not know. */
import { passedOn, SYSTEM_NAMES } from './childEnvironment.ts'

/**
 * malloc otherwise keeps what a model took for good; with these it gives it back between two models.
 * One pool thread: with more, each token is computed on another one, and the helper threads that llama.cpp
 * starts for it are woken on a busy core (measured: 0.4 of llama.cpp's speed at two threads, 0.9 with one).
 */
const TUNING = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '131072',
  UV_THREADPOOL_SIZE: '1',
}

const PASSED_ON = [...SYSTEM_NAMES, 'XDG_CACHE_HOME']

export function languageModelEnvironment(own: NodeJS.ProcessEnv): Record<string, string> {
  return { ...passedOn(own, PASSED_ON), ...TUNING }
}
