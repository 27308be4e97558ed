/** Starts the language model in a child process, and turns a channel to one into the engine's view of it. */
import type { LanguageModelProcess } from '../engine/host.ts'
import { LanguageModelError } from '../engine/ports/languageModel.ts'
import { connectLanguageModel } from '../engine/wire/languageModelWire.ts'
import { type Child, type ForkOptions, forkChild } from './forkChild.ts'
import { languageModelEnvironment } from './languageModelEnvironment.ts'

/** A language model process that is already there, at the other end of the child's port. */
export function languageModelOf({ port, ended, end }: Child): LanguageModelProcess {
  return { ...connectLanguageModel(port), ended, end }
}

/** What the engine is told when the process could not be started. */
export function languageModelCannotStart(error: unknown): LanguageModelError {
  const detail = error instanceof Error ? error.message : String(error)
  return new LanguageModelError('MODEL_STOPPED', `the language model process cannot start: ${detail}`)
}

/** @throws LanguageModelError MODEL_STOPPED when the process cannot be started. */
export async function forkLanguageModel(
  options: ForkOptions,
): Promise<LanguageModelProcess & { pid: number | undefined }> {
  const env = languageModelEnvironment(process.env)
  const child = await forkChild({ ...options, args: [], env }).catch((error: unknown) => {
    throw languageModelCannotStart(error)
  })
  return { ...languageModelOf(child), pid: child.pid }
}
