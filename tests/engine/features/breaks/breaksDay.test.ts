/** Days at a desk: a pause is offered when it is due and fits, kept quiet when it is not, counted, learnt from. */
import { describe, expect, test } from 'vitest'
import { breaksWorld, HOUR, MINUTE, SECOND } from './breaksWorld.ts'

describe('an offer', () => {
  test('comes after fifty minutes of work, in the first gap of the typing', () => {
    const world = breaksWorld()
    world.type(49 * MINUTE)
    expect(world.view()).toMatchObject({
      offer: null,
      waiting: null,
      next: { kind: 'micro', because: 'need' },
    })
    world.type(3 * MINUTE)
    expect(world.view()).toMatchObject({ offer: null, waiting: { kind: 'micro', because: 'need' } })
    expect(world.sensors.isCloser).toBe(true)
    world.rest(6 * SECOND)
    expect(world.view().offer, 'a thought is no gap').toBeNull()
    world.rest(5 * SECOND)
    expect(world.view()).toMatchObject({
      offer: { id: 1, kind: 'micro', because: 'need', form: 'corner', postponesLeft: 2, arm: 'stretch' },
      waiting: null,
      next: null,
      today: { offered: 1, nudgesLeft: 7 },
      isByTimeOnly: true,
    })
    expect(world.view().offer?.sinceRestMs).toBeGreaterThan(50 * MINUTE)
    expect(world.sensors.isCloser).toBe(false)
    expect(world.whats()).toEqual(['offered'])
  })

  test('waits for no gap where nobody can tell one', () => {
    const world = breaksWorld()
    world.sensors.tellsIdle = false
    world.type(50 * MINUTE + 10 * SECOND)
    expect(world.view().offer).toMatchObject({ form: 'corner' })
  })

  test('goes to the tray after ten minutes without a gap', () => {
    const world = breaksWorld()
    world.type(61 * MINUTE)
    expect(world.view().offer).toMatchObject({ form: 'tray' })
    expect(world.whats()).toEqual(['hinted'])
  })

  test('follows the rest target the person chose, also in the middle of the work', () => {
    const world = breaksWorld()
    world.type(31 * MINUTE)
    expect(world.view().waiting).toBeNull()
    world.change({ breakTargetMinutes: 30 })
    expect(world.view().waiting).toMatchObject({ kind: 'micro' })
  })
})

describe('silence', () => {
  test('in a call, and why is written down', async () => {
    const world = breaksWorld()
    world.type(40 * MINUTE)
    world.call(30 * MINUTE)
    expect(world.view()).toMatchObject({ offer: null, silent: { reason: 'call' } })
    world.type(30 * SECOND)
    expect(world.view().offer, 'the end of a call is a moment that fits').toMatchObject({ kind: 'micro' })
    // A row is told a last time when it is over for good.
    world.type(11 * MINUTE)
    const { suppressions } = await world.client().breaks.history({ fromDay: 20_607, toDay: 20_607 })
    expect(suppressions).toContainEqual(
      expect.objectContaining({ reason: 'call', kind: 'micro', because: 'need' }),
    )
    expect(suppressions.find(({ reason }) => reason === 'call')?.heldMs).toBeGreaterThan(19 * MINUTE)
  })

  test('of five hundred looks is a row or two', () => {
    const world = breaksWorld()
    world.sensors.doNotDisturb = true
    world.type(50 * MINUTE + 500 * 5 * SECOND)
    const rows = world.rows('break_suppressions')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ reason: 'do_not_disturb', times: 1 })
  })

  test('while all sensing is paused, whatever the clock says', () => {
    const world = breaksWorld({
      breaks: { rhythm: { by: 'fixed', times: [{ minuteOfDay: 600, kind: 'pause' }] } },
    })
    world.type(10 * MINUTE)
    world.change({ sensingPaused: { until: null } })
    world.clock.advance(65 * MINUTE)
    expect(world.view()).toMatchObject({ offer: null, next: null, silent: { reason: 'paused' } })
    world.change({ sensingPaused: null })
    world.clock.advance(10 * SECOND)
    expect(world.view().offer).toMatchObject({ kind: 'pause', because: 'time' })
  })

  test('while sensing is paused for a while ends with it', () => {
    const world = breaksWorld()
    world.change({ sensingPaused: { until: world.clock.now() + HOUR } })
    world.clock.advance(30 * MINUTE)
    expect(world.state().isSensingPaused).toBe(true)
    expect(world.view(), 'resuming pauses would not end it').toMatchObject({
      next: null,
      pausedUntilMs: null,
    })
    world.clock.advance(HOUR / 2 + 10 * SECOND)
    expect(world.state().isSensingPaused).toBe(false)
    world.type(52 * MINUTE)
    expect(world.view().waiting).not.toBeNull()
  })

  test('for as long as the person asks, and sensing goes on', async () => {
    const world = breaksWorld()
    const page = world.client().breaks
    await page.pause({ minutes: 90 })
    world.type(80 * MINUTE)
    expect(world.view()).toMatchObject({ offer: null, silent: { reason: 'paused' } })
    await page.resume({})
    world.rest(12 * SECOND)
    expect(world.view().offer).not.toBeNull()
  })

  test('until the day begins anew', async () => {
    const world = breaksWorld()
    await world.client().breaks.pause({ minutes: null })
    world.type(80 * MINUTE)
    expect(world.view()).toMatchObject({ offer: null, silent: { reason: 'day_done' }, isDayDone: true })
  })
})

describe('rest', () => {
  test('nobody asked for counts, and is written down when it ends', () => {
    const world = breaksWorld()
    world.type(40 * MINUTE)
    world.rest(5 * MINUTE)
    world.type(90 * SECOND)
    expect(world.whats()).toEqual(['natural'])
    const { natural, restedMs } = world.view().today
    expect(natural).toBe(1)
    expect(restedMs).toBeGreaterThan(4.5 * MINUTE)
    world.type(45 * MINUTE)
    expect(world.view()).toMatchObject({ offer: null, waiting: null })
  })

  test('that answers an offer takes it away, and is learnt from', () => {
    const world = breaksWorld()
    world.untilOffered()
    world.rest(3 * MINUTE)
    expect(world.view().offer).toBeNull()
    expect(world.rows('break_choices')[0]).toMatchObject({ arm: 'stretch', how: 'natural', worked: 1 })
    expect(world.state().memory.counts.stretch).toEqual({ tried: 1, worked: 1 })
  })
})

describe('a break', () => {
  test('runs to its end at the same second for everybody, and is learnt from', async () => {
    const world = breaksWorld()
    const page = world.client().breaks
    const { id } = world.untilOffered()
    await page.answer({ id, answer: { say: 'start' } })
    const endsAtMs = world.clock.now() + 2 * MINUTE
    expect(world.view().running).toMatchObject({ id, endsAtMs, kind: 'micro', arm: 'stretch' })
    world.rest(2 * MINUTE - SECOND)
    expect(world.view().running).not.toBeNull()
    world.rest(SECOND)
    expect(world.view().running).toBeNull()
    expect(world.whats()).toEqual(['offered', 'taken'])
    expect(world.happened.map(({ what }) => what)).toEqual(['start', 'end'])
    expect(world.view().today).toMatchObject({ taken: 1, restedMs: 2 * MINUTE })
    world.type(3 * MINUTE)
    expect(world.rows('break_choices')[0]).toMatchObject({ how: 'done', worked: 1, outcome_at: endsAtMs })
  })

  test('that is over asks whether it helped where it was drawn to be asked', async () => {
    const world = breaksWorld()
    const page = world.client().breaks
    for (let nudge = 0; nudge < 12 && world.view().rating === null; nudge++) {
      const { id } = world.untilOffered()
      await page.answer({ id, answer: { say: 'start' } })
      const { lengthMs = 0 } = world.view().running ?? {}
      world.rest(lengthMs)
      if (world.view().rating === null) world.rest(10 * MINUTE)
    }
    const { rating } = world.view()
    expect(rating).not.toBeNull()
    const nudgeId = rating?.nudgeId ?? 0
    await page.rate({ nudgeId, helped: false })
    expect(world.view().rating).toBeNull()
    expect((await page.why({ nudgeId })).choice).toMatchObject({
      helped: false,
      outcome: { how: 'ratedBad', worked: false },
    })
    // Whoever changes their mind later changes what is shown, not what was learnt.
    await page.rate({ nudgeId, helped: true })
    expect((await page.why({ nudgeId })).choice).toMatchObject({ helped: true, outcome: { how: 'ratedBad' } })
    await expect(page.rate({ nudgeId: 999, helped: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('that was rated before and after its exercise asks nothing more', async () => {
    const world = breaksWorld()
    const { breaks, exercises } = world.client()
    const ratedPauses = async () => {
      for (let nudge = 0; nudge < 12; nudge++) {
        const { id, exercise } = world.untilOffered()
        await breaks.answer({ id, answer: { say: 'start' } })
        const { lengthMs = 0 } = world.view().running ?? {}
        const plannedMs = lengthMs - 20 * SECOND
        const run = { exerciseId: exercise?.id ?? 'walk', plannedMs, spentMs: plannedMs, nudgeId: id }
        await exercises.saveRun({
          ...{ ...run, id: crypto.randomUUID(), ended: 'done', via: 'break' },
          ...{ before: 6, after: 3 },
        })
        world.rest(lengthMs)
        if (world.state().nudge?.stage === 'rating') return true
        world.rest(10 * MINUTE)
      }
      return false
    }
    expect(await ratedPauses()).toBe(true)
    expect(world.view().rating).toBeNull()
    expect(world.views.every(({ rating }) => rating === null)).toBe(true)
  })

  test('that the person begins is theirs, and ends when they say so', async () => {
    const world = breaksWorld()
    const page = world.client('shell').breaks
    await page.start({ kind: 'long', arm: null })
    const id = world.view().running?.id ?? 0
    await expect(page.start({ kind: 'micro', arm: null })).rejects.toMatchObject({
      code: 'BREAK_REFUSED',
      data: { because: 'already_running' },
    })
    world.rest(4 * MINUTE)
    await page.answer({ id, answer: { say: 'finish' } })
    expect(world.whats()).toEqual(['left'])
    await expect(page.answer({ id, answer: { say: 'finish' } })).rejects.toMatchObject({
      data: { because: 'not_running' },
    })
  })

  test('gives way to a call', () => {
    const world = breaksWorld()
    const { id } = world.untilOffered()
    world.pausing.breaks.answer(id, { say: 'start' })
    world.call(15 * SECOND)
    expect(world.view().running).toBeNull()
    expect(world.entries().at(-1)).toMatchObject({ what: 'left', reason: 'call' })
  })
})

describe('answers', () => {
  test('that come too late are refused with the reason', async () => {
    const world = breaksWorld()
    const page = world.client().breaks
    const { id } = world.untilOffered()
    await page.answer({ id, answer: { say: 'skip' } })
    expect(world.happened).toEqual([expect.objectContaining({ what: 'skip', running: null })])
    await expect(page.answer({ id, answer: { say: 'start' } })).rejects.toMatchObject({
      code: 'BREAK_REFUSED',
      data: { because: 'gone' },
    })
    await expect(page.answer({ id: Number.MAX_SAFE_INTEGER, answer: { say: 'skip' } })).rejects.toMatchObject(
      {
        data: { because: 'gone' },
      },
    )
  })

  test('that put it off bring it back, as often as the person allowed', async () => {
    const world = breaksWorld({ breaks: { mostPostpones: 1 } })
    const page = world.client().breaks
    const { id } = world.untilOffered()
    await page.answer({ id, answer: { say: 'snooze', minutes: 5 } })
    expect(world.view()).toMatchObject({
      offer: null,
      snoozed: { offer: { id }, untilMs: world.clock.now() + 5 * MINUTE },
    })
    world.type(5 * MINUTE + 5 * SECOND)
    expect(world.sensors.isCloser).toBe(true)
    world.rest(10 * SECOND)
    expect(world.view()).toMatchObject({ offer: { id, isAgain: true, postponesLeft: 0 }, snoozed: null })
    await expect(page.answer({ id, answer: { say: 'snooze', minutes: 15 } })).rejects.toMatchObject({
      data: { because: 'postpone_limit' },
    })
  })
})

test('one nudge can be shown on purpose, but not in a call, and counts for nothing', async () => {
  const world = breaksWorld()
  const page = world.client().breaks
  world.type(MINUTE)
  world.call(15 * SECOND)
  world.sensors.inCall = true
  await expect(page.showOnPurpose({})).rejects.toMatchObject({ data: { because: 'hushed' } })
  world.sensors.inCall = false
  world.type(15 * SECOND)
  await page.showOnPurpose({})
  expect(world.view()).toMatchObject({ offer: { because: 'tour' }, today: { offered: 0, nudgesLeft: 8 } })
})

describe('who has drawn it', () => {
  test('is told once each, and anew for the break that follows', async () => {
    const world = breaksWorld({ breaks: { form: 'overlay' } })
    const shell = world.client('shell').breaks
    await shell.displays({ displays: ['1', '2', '2'] })
    const { id } = world.untilOffered()
    await shell.drawn({ id, display: '1' })
    await shell.drawn({ id, display: '1' })
    await shell.drawn({ id: id + 1, display: '2' })
    expect(world.view().drawn).toEqual(['1'])
    await shell.answer({ id, answer: { say: 'start' } })
    expect(world.view()).toMatchObject({ drawn: [], running: { displays: ['1', '2'] } })
    for (let display = 0; display < 40; display++) await shell.drawn({ id, display: `d${display}` })
    expect(world.view().drawn).toHaveLength(17)
  })

  test('a display that did not draw is given back, and a break nobody sees is over', async () => {
    const world = breaksWorld({ breaks: { form: 'overlay' } })
    const shell = world.client('shell').breaks
    await shell.displays({ displays: ['1', '2'] })
    await shell.start({ kind: 'pause', arm: null })
    const id = world.view().running?.id ?? 0
    await shell.notDrawn({ id, display: '2' })
    expect(world.view().running?.displays).toEqual(['1'])
    await shell.displays({ displays: ['3'] })
    expect(world.view().running?.displays).toEqual(['3'])
    await shell.notDrawn({ id, display: null })
    expect(world.view().running).toBeNull()
    expect(world.happened.map(({ what }) => what)).toEqual(['start', 'end'])
  })

  test('only the shell says so', async () => {
    const page = breaksWorld().client('browser').breaks
    await expect(page.displays({ displays: ['1'] })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(page.notDrawn({ id: 1, display: null })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

describe('what is told', () => {
  test('is told when it looks different, at most once a minute while nothing happens', () => {
    const world = breaksWorld()
    world.type(2 * MINUTE)
    const before = world.views.length
    world.type(20 * MINUTE)
    expect(world.views.length - before).toBeLessThanOrEqual(21)
  })

  test('is written down rarely while nothing happens', () => {
    const world = breaksWorld()
    world.type(2 * MINUTE)
    const changes = () => world.rows("kept_states WHERE name = 'breaks'")[0]?.at
    let writes = 0
    let last = changes()
    for (let look = 0; look < 240; look++) {
      world.type(5 * SECOND)
      if (changes() !== last) writes += 1
      last = changes()
    }
    expect(writes).toBeLessThanOrEqual(21)
    expect(writes).toBeGreaterThan(15)
  })

  test('costs no timer of its own while nothing is open, and none while the machine sleeps', () => {
    const world = breaksWorld()
    world.type(10 * MINUTE)
    const after = world.clock.after.bind(world.clock)
    const delays: number[] = []
    world.clock.after = (delayMs, callback) => {
      delays.push(delayMs)
      return after(delayMs, callback)
    }
    world.type(10 * MINUTE)
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(5 * SECOND)
    delays.length = 0
    world.sensors.asleep = true
    world.rest(HOUR)
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(5 * SECOND)
  })
})
