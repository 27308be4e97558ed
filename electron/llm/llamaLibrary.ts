/** The one door to node-llama-cpp: started on first use, silent, and never building or fetching anything. */
import type { Llama, LlamaLogLevel } from 'node-llama-cpp'

export type Library = typeof import('node-llama-cpp')

export interface LlamaLibrary {
  library: Library
  llama: Llama
  /** The errors llama.cpp logged since the last call: some failures say why only there. */
  takeErrors(): string
}

let started: Promise<LlamaLibrary> | null = null

async function start(): Promise<LlamaLibrary> {
  // Dynamic: the library is an ES module and we are bundled as CommonJS.
  const library = await import('node-llama-cpp')
  let errors: string[] = []
  const llama = await library.getLlama({
    // Metal is there and fast on every Apple chip. Elsewhere looking for a graphics driver costs time, and
    // whether an integrated one helps is unmeasured.
    gpu: process.platform === 'darwin' && process.arch === 'arm64' ? 'auto' : false,
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    logLevel: library.LlamaLogLevel.error,
    logger: (_level: LlamaLogLevel, message: string) => {
      errors = [...errors.slice(-19), message.slice(0, 300)]
      process.stderr.write(`${message.trimEnd()}\n`)
    },
  })
  return {
    library,
    llama,
    takeErrors() {
      const taken = errors.join('\n')
      errors = []
      return taken
    },
  }
}

export function llamaLibrary(): Promise<LlamaLibrary> {
  started ??= start().catch((error: unknown) => {
    started = null
    throw error
  })
  return started
}
