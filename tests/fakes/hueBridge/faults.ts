/** Bad days of the fake bridge, one at a time. */
import type { ServerResponse } from 'node:http'

export type Fault =
  | { kind: 'slow'; byMs: number }
  /** Takes the request and never answers. */
  | { kind: 'mute' }
  | { kind: 'html' }
  | { kind: 'wrong_json' }
  /** JSON of another kind. */
  | { kind: 'other_json' }
  | { kind: 'huge'; bytes: number }
  /** Out of memory: refuses everything. */
  | { kind: 'out_of_memory' }
  /** Refuses so many changes of lamps, then works again. */
  | { kind: 'busy'; times: number; status: 429 | 503 }
  /** Drops the line instead of answering, so many times. */
  | { kind: 'drop'; times: number }
  /** Ends the line in mid-answer. */
  | { kind: 'half' }

const HTML = '<!doctype html><html><head><title>Login</title></head><body>Please log in</body></html>'

export function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json' }).end(text)
}

export function sendPage(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' }).end(HTML)
}

/** In pieces and without a length, so that only counting helps. */
function sendHuge(response: ServerResponse, bytes: number): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const piece = 'x'.repeat(64 * 1024)
  let left = bytes
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= piece.length
      if (!response.write(piece)) {
        response.once('drain', more)
        return
      }
    }
    if (!response.destroyed) response.end('"],"errors":[]}')
  }
  response.write('{"data":["')
  more()
}

/** True when the fault has answered, or never will. */
export function answerBadly(fault: Fault, response: ServerResponse): boolean {
  if (fault.kind === 'html') sendPage(response, 200)
  else if (fault.kind === 'wrong_json') response.writeHead(200).end('{"data":[{"id":"')
  else if (fault.kind === 'other_json') send(response, 200, ['hello'])
  else if (fault.kind === 'huge') sendHuge(response, fault.bytes)
  else if (fault.kind === 'out_of_memory') sendPage(response, 503)
  else if (fault.kind === 'drop') {
    if (fault.times-- <= 0) return false
    response.destroy()
  } else if (fault.kind === 'half') {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('{"data":[')
    setImmediate(() => response.destroy())
  } else return fault.kind === 'mute'
  return true
}
