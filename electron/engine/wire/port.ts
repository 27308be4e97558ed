/** One shape for every channel: MessagePort of the web, of Node and of Electron, a child process, a relay. */

/** What the wire needs of a channel. Messages are strings or bytes. */
export interface WirePort {
  postMessage(data: unknown): void
  on(event: 'message', callback: (event?: { data: unknown }) => void): void
  on(event: 'close', callback: () => void): void
}

interface ChildLike {
  send?: ((message: unknown) => boolean) | undefined
  on(event: string, listener: (...args: never[]) => void): unknown
  connected?: boolean
}

/**
 * A port over the IPC channel of a Node child (from the parent's side) or of `process` (from the child's).
 * Bytes need `serialization: 'advanced'` on the fork.
 */
export function processPort(child: ChildLike): WirePort {
  return {
    postMessage(data) {
      // A peer that died between two messages is reported by its exit, not by a throw here.
      if (child.connected !== false) child.send?.(data)
    },
    on(event: 'message' | 'close', callback: (event?: { data: unknown }) => void) {
      if (event === 'message') child.on('message', ((data: unknown) => callback({ data })) as never)
      else child.on('disconnect', (() => callback()) as never)
    },
  }
}
