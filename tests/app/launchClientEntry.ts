/** A client of the engine for tests, inside a page of the app: it takes a port of its own and leaves the page its. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { BreakView } from '../../electron/contract/breaks.ts'
import type { EngineClient } from '../../electron/contract/index.ts'

export interface TestDoor {
  client: EngineClient | null
  /** Every state of pauses with the time at which it came, epoch ms. */
  views: { atMs: number; view: BreakView }[]
}

const door: TestDoor = { client: null, views: [] }
Object.assign(globalThis, { lullTestDoor: door })

async function keepViews(client: EngineClient): Promise<void> {
  for await (const view of await client.breaks.watch()) door.views.push({ atMs: Date.now(), view })
}

function take(event: MessageEvent): void {
  const port = event.ports[0]
  if (event.data?.lull !== 'port' || !port) return
  event.stopImmediatePropagation()
  window.removeEventListener('message', take, { capture: true })
  const client: EngineClient = createORPCClient(new RPCLink({ port }))
  port.start()
  door.client = client
  keepViews(client).catch(() => {})
}
window.addEventListener('message', take, { capture: true })
