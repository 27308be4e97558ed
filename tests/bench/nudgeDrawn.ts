/** From the decision to offer a pause to the small window that has drawn it, in real Electron. */
import { type AppClient, appClient, giveConnection, hiddenPage } from '../app/launchClient.ts'
import { startWatched, type Watched, whyNoElectron } from './electronApp.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 9
const GIVE_UP_AFTER_MS = 10_000
/** Long enough for a page to be connected and to know that nothing is offered. */
const READY_AFTER_MS = 700

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function until<Value>(what: () => Promise<Value | null>): Promise<Value> {
  const since = performance.now()
  for (;;) {
    const value = await what()
    if (value !== null) return value
    if (performance.now() - since > GIVE_UP_AFTER_MS) throw new Error('the nudge never drew')
    await soon(20)
  }
}

/** One nudge on purpose: from the time the engine decided to the time it heard that it was drawn. */
async function drawnAfterMs(client: AppClient): Promise<number> {
  const before = (await client.views()).length
  await client.breaks('showOnPurpose')
  const [offer, drawnAtMs] = await until(async () => {
    const views = (await client.views()).slice(before)
    const drawn = views.find(({ view }) => view.offer && view.drawn.includes('corner'))
    return drawn?.view.offer ? ([drawn.view.offer, drawn.atMs] as const) : null
  })
  await client.breaks('answer', { id: offer.id, answer: { say: 'skip' } })
  await until(async () => ((await client.view())?.offer === null ? true : null))
  return drawnAtMs - offer.atMs
}

/** A page as the shell makes it ready while something that is due waits for its moment. */
async function withReadyPage(running: Watched, measure: () => Promise<number>): Promise<number> {
  const page = await hiddenPage(running, 'app://lull/index.html?window=nudge')
  try {
    await giveConnection(running)
    await soon(READY_AFTER_MS)
    return await measure()
  } finally {
    await page.close()
  }
}

function row(what: string, times: number[], goal: string | null): Row {
  const value = median(times)
  const judged = goal === null ? {} : { goal, met: value <= 200 }
  return { what, value, unit: `ms (worst ${Math.max(...times).toFixed(0)})`, ...judged }
}

export async function nudgeDrawn(): Promise<Row[]> {
  if (whyNoElectron) return [{ what: 'nudge from decision to drawn', skipped: whyNoElectron }]
  const running = await startWatched('lull')
  const [ready, fresh]: [number[], number[]] = [[], []]
  try {
    const client = await appClient(running)
    for (let round = 0; round < ROUNDS; round++) {
      fresh.push(await drawnAfterMs(client))
      ready.push(await withReadyPage(running, () => drawnAfterMs(client)))
    }
  } finally {
    await running.stop()
  }
  return [
    row('nudge from decision to drawn, window made ready', ready, '≤ 200 ms'),
    row('nudge from decision to drawn, nothing made ready', fresh, null),
  ]
}

if (import.meta.main) printRows(await nudgeDrawn())
