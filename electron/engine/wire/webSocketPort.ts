/** A loopback WebSocket as a wire port; a page that stops reading is let go before its backlog fills memory. */
import type { WebSocket } from 'ws'
import type { WirePort } from './port.ts'

const BACKLOG_MAX_BYTES = 16_777_216

export function webSocketPort(socket: WebSocket): WirePort {
  // A broken frame or an oversized message closes the socket; the 'close' below is all the engine needs.
  socket.on('error', () => {})
  return {
    postMessage(data) {
      if (socket.readyState !== socket.OPEN) return
      if (socket.bufferedAmount > BACKLOG_MAX_BYTES) socket.terminate()
      else socket.send(data as string | Uint8Array)
    },
    on(event: 'message' | 'close', callback: (event?: { data: unknown }) => void) {
      if (event === 'close') socket.on('close', () => callback())
      else
        socket.on('message', (data, isBinary) => {
          callback({ data: isBinary ? data : String(data) })
        })
    },
  }
}
