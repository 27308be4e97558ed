/** A replayed day with gaps in the typing: a pause that is due waits for one, and is offered in it. */
import { expect, it } from 'vitest'
import { dayEvent } from '../../electron/hosts/dayEvents.ts'
import { DayReplay } from '../../electron/hosts/dayReplay.ts'

const at = (time: string) => Date.parse(`2026-11-23T${time}Z`)
/** A Monday; `idleMs` null = the day does not say. */
type Said = readonly [time: string, idleMs: number | null]

async function offeredAt(said: readonly Said[]) {
  const replay = await DayReplay.start(at(said[0]?.[0] ?? '09:00:00'), {
    zone: 'UTC',
    settings: {},
    print() {},
  })
  try {
    for (const [time, idleMs] of said) {
      const event = { at: at(time), kind: 'presence', state: 'active', ...(idleMs !== null && { idleMs }) }
      await replay.play(dayEvent.parse(event))
    }
    await replay.play(dayEvent.parse({ at: at('10:20:00'), kind: 'presence', state: 'locked' }))
    const workDay = Math.floor(at('00:00:00') / 86_400_000)
    const { entries } = await replay.client.breaks.history({ fromDay: workDay, toDay: workDay })
    return entries
      .filter(({ what }) => what === 'offered' || what === 'hinted')
      .map(({ what, atMs }) => `${what} ${new Date(atMs).toISOString().slice(11, 19)}`)
  } finally {
    await replay.finish()
  }
}

it('waits while keys are used, and speaks when the gap is 8 s long, to about 2 s', async () => {
  const [first] = await offeredAt([
    ['09:00:00', 0],
    ['09:00:01', null],
    ['09:55:00', 0],
    ['10:05:00', null],
  ])
  const [what, time = ''] = first?.split(' ') ?? []
  expect(what).toBe('offered')
  expect(time >= '09:55:08' && time <= '09:55:10').toBe(true)
})

it('hints after ten minutes without a gap', async () => {
  const [first] = await offeredAt([
    ['09:00:00', 0],
    ['09:00:01', null],
  ])
  expect(first).toMatch(/^hinted 10:00:/)
})

it('does not wait where nobody can tell', async () => {
  const [first] = await offeredAt([['09:00:00', null]])
  expect(first).toMatch(/^offered 09:50:/)
})
