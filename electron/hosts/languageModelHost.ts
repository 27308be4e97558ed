/** Serves llama.cpp to whoever started this process, and ends with them. */
import { setPriority } from 'node:os'
import { serveLanguageModel } from '../engine/wire/languageModelWire.ts'
import { createEncoder } from '../llm/encoder.ts'
import { createLlamaModel } from '../llm/llamaModel.ts'
import { RightOfWay } from '../llm/rightOfWay.ts'
import { serveParent } from './serveParent.ts'

/** A little below normal: whatever the person works with goes first. */
const NICENESS = 5

export function languageModelHost(host: NodeJS.Process = process): void {
  try {
    setPriority(NICENESS)
  } catch {
    // Not allowed everywhere, and nothing depends on it.
  }
  const way = new RightOfWay()
  const models = { model: createLlamaModel(way), encoder: createEncoder(way) }
  serveParent(host, (port) => serveLanguageModel(models, port))
}
