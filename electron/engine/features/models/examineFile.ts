/** Reads a model file's header in a language model process of its own, since a malformed file can end the process that reads it. */
import { EngineError } from '../../errors.ts'
import type { LanguageModelProcess } from '../../host.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ModelFacts } from '../../ports/languageModel.ts'

const LIMIT_MS = 60_000

export interface ExamineParts {
  startLanguageModel: () => Promise<LanguageModelProcess>
  clock: Clock
}

/** @throws MODEL_BROKEN when the file is no model or ended its reader; the signal's reason when aborted. */
export async function examineFile(
  parts: ExamineParts,
  path: string,
  signal: AbortSignal,
): Promise<ModelFacts> {
  const process = await parts.startLanguageModel()
  const stopped = Promise.withResolvers<never>()
  // Nobody may be waiting any more when it rejects.
  stopped.promise.catch(() => {})
  const broken = (reason: string) => () =>
    stopped.reject(new EngineError('MODEL_BROKEN', 'This file cannot be read as a model.', { reason }))
  const cancel = parts.clock.after(LIMIT_MS, broken('READER_STALLED'))
  const onAbort = () => stopped.reject(signal.reason)
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) onAbort()
  process.ended.then(broken('READER_STOPPED'))
  try {
    return await Promise.race([process.model.examine(path), stopped.promise])
  } catch (error) {
    // A reader that died says MODEL_STOPPED; for the person it is the file that is broken.
    const died = error instanceof Error && 'code' in error && error.code === 'MODEL_STOPPED'
    throw died
      ? new EngineError('MODEL_BROKEN', 'This file cannot be read as a model.', { reason: 'READER_STOPPED' })
      : error
  } finally {
    cancel()
    signal.removeEventListener('abort', onAbort)
    process.end()
  }
}
