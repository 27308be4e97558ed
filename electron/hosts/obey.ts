/** Does what was ordered from the command line, as a client like any other, and says in a sentence how it went. */
import type { BreakView } from '../contract/breaks.ts'
import type { EngineClient } from '../contract/index.ts'
import { clock, done, type Obeyed, refused } from './obeyed.ts'
import { giveBack, lightsRefusal, soften } from './obeyLights.ts'
import type { Order } from './order.ts'

export async function obey(order: Order, client: EngineClient): Promise<Obeyed> {
  try {
    if (order.do === 'breakNow') return await begin(client)
    if (order.do === 'breakSkip') return await skip(client)
    if (order.do === 'pause') return await pause(client, order)
    if (order.do === 'lightsSoften') return await soften(client)
    if (order.do === 'lightsBack') return await giveBack(client)
    await client.breaks.resume()
    return done('Pauses are offered again.')
  } catch (error) {
    return refused(refusal(error))
  }
}

async function begin(client: EngineClient): Promise<Obeyed> {
  const { offer, snoozed } = await viewNow(client)
  const open = offer ?? snoozed?.offer ?? null
  // Closing the day is more than was asked for.
  if (open && open.kind !== 'endOfDay') {
    await client.breaks.answer({ id: open.id, answer: { say: 'start' } })
  } else await client.breaks.start({ kind: 'pause', arm: null })
  const { running } = await viewNow(client)
  return done(
    running ? `Your pause has begun. It lasts until ${clock(running.endsAtMs)}.` : 'Your pause has begun.',
  )
}

async function skip(client: EngineClient): Promise<Obeyed> {
  const { running, offer, snoozed } = await viewNow(client)
  if (running) {
    await client.breaks.answer({ id: running.id, answer: { say: 'finish' } })
    return done('Your pause is over.')
  }
  const open = offer ?? snoozed?.offer
  if (!open) return refused('There is no pause to skip.')
  await client.breaks.answer({ id: open.id, answer: { say: 'skip' } })
  return done('That pause is skipped.')
}

async function pause(client: EngineClient, order: Extract<Order, { do: 'pause' }>): Promise<Obeyed> {
  await client.breaks.pause({ minutes: order.minutes })
  if (order.minutes === null) return done('No pauses until tomorrow.')
  if (order.isCapped) return done('No pauses for a week: Lull is not quiet for longer at a time.')
  const { pausedUntilMs } = await viewNow(client)
  return done(pausedUntilMs === null ? 'No pauses for now.' : `No pauses until ${clock(pausedUntilMs)}.`)
}

async function viewNow(client: EngineClient): Promise<BreakView> {
  for await (const view of await client.breaks.watch()) return view
  throw new Error('no view')
}

const reasons: Record<string, string> = {
  gone: 'That pause is not offered any more.',
  strict: 'This pause stays until its end, as you chose.',
  already_running: 'You are on a pause already.',
  not_running: 'There is no pause to skip.',
  hushed: 'Not now: a call, or something else that must not be disturbed, is on.',
}

function refusal(error: unknown): string {
  const { code, data } = Object(error) as { code?: unknown; data?: { because?: unknown } }
  const known = code === 'BREAK_REFUSED' ? reasons[String(data?.because)] : undefined
  return known ?? lightsRefusal(error) ?? 'Lull could not do that just now.'
}
