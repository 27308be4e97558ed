/** The way a child process finds whoever started it: Electron hands over a port, plain Node has a channel. */
import { processPort, type WirePort } from '../engine/wire/port.ts'
import type { TransferredPort } from './enginePeer.ts'

interface ParentPort {
  once(event: 'message', listener: (event: { ports: TransferredPort[] }) => void): void
}

/** Serves the parent, and ends this process when it goes. @throws when nobody started it the way an engine does. */
export function serveParent(host: NodeJS.Process, serve: (port: WirePort) => void): void {
  const begin = (port: WirePort) => {
    // At once, and without putting anything away: a hook of the system's input must not outlive whoever asked for it,
    // and the system takes a model's memory back faster than any library gives it.
    port.on('close', () => host.exit(0))
    serve(port)
  }
  // Only there in an Electron utility process.
  const { parentPort } = host as NodeJS.Process & { parentPort?: ParentPort }
  if (parentPort) {
    parentPort.once('message', ({ ports: [port] }) => {
      if (!port) return host.exit(1)
      begin(port)
      port.start()
    })
  } else if (host.send) begin(processPort(host))
  else throw new Error('this entry is started by the engine')
}
