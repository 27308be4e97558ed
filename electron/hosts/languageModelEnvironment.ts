/** The environment of a language model process: what makes it fast and small, and nothing it need not know. */

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

/** Needed to find libraries, drivers, the temporary folder and, on Windows, the system itself. */
const PASSED_ON = [
  'HOME',
  'PATH',
  'Path',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'LC_ALL',
  'LD_LIBRARY_PATH',
  'SystemRoot',
  'SYSTEMROOT',
  'windir',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'ProgramData',
  'XDG_RUNTIME_DIR',
  'XDG_CACHE_HOME',
  'ELECTRON_RUN_AS_NODE',
]

export function languageModelEnvironment(own: NodeJS.ProcessEnv): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = own[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(passed), ...TUNING }
}
