/** How a model is run on this machine: with how many threads, and whether it fits at all. */
import { totalmem } from 'node:os'

const SMALL_MODEL_BYTES = 300 * 1024 * 1024

/**
 * llama.cpp starts its helper threads anew for every token here, which small models pay for more than they
 * gain. On larger machines one core stays free, so that the desktop keeps answering.
 */
export function threadsFor(fileBytes: number, mathCores: number): number {
  if (fileBytes < SMALL_MODEL_BYTES) return 1
  return Math.max(1, mathCores >= 6 ? mathCores - 1 : mathCores)
}

/** Bytes a model may take. macOS counts what it could free at once as used, so there a share of all counts. */
export function availableBytes(): number {
  return process.platform === 'darwin' ? totalmem() * 0.75 : process.availableMemory()
}
