/** Serves llama.cpp to whoever started this process, and ends with them. */
import { setPriority } from 'node:os'
import { serveLanguageModel } from '../engine/wire/languageModelWire.ts'
import { processPort, type WirePort } from '../engine/wire/port.ts'
import { createLlamaModel } from '../llm/llamaModel.ts'
import type { TransferredPort } from './enginePeer.ts'

/** A little below normal: whatever the person works with goes first. */
const NICENESS = 5

interface ParentPort {
  once(event: 'message', listener: (event: { ports: TransferredPort[] }) => void): void
}

export function languageModelHost(host: NodeJS.Process = process): void {
  try {
    setPriority(NICENESS)
  } catch {
    // Not allowed everywhere, and nothing depends on it.
  }
  const model = createLlamaModel()
  const serve = (port: WirePort) => {
    // At once and without unloading: the system takes the memory back faster than any library gives it.
    port.on('close', () => host.exit(0))
    serveLanguageModel(model, port)
  }
  // Only there in an Electron utility process.
  const { parentPort } = host as NodeJS.Process & { parentPort?: ParentPort }
  if (parentPort) {
    parentPort.once('message', ({ ports: [port] }) => {
      if (!port) return host.exit(1)
      serve(port)
      port.start()
    })
  } else if (host.send) serve(processPort(host))
  else throw new Error('this entry is started by the engine')
}
