/** Serves llama.cpp to whoever started this process, and ends with them. */
import { setPriority } from 'node:os'
import { serveLanguageModel } from '../engine/wire/languageModelWire.ts'
import { createLlamaModel } from '../llm/llamaModel.ts'
import { serveParent } from './serveParent.ts'

/** A little below normal: whatever the person works with goes first. */
const NICENESS = 5

export function languageModelHost(host: NodeJS.Process = process): void {
  try {
    setPriority(NICENESS)
  } catch {
    // Not allowed everywhere, and nothing depends on it.
  }
  const model = createLlamaModel()
  serveParent(host, (port) => serveLanguageModel(model, port))
}
