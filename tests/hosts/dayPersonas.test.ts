/** People who work in different ways, whole weeks of them, through everything there is: sensors to decisions. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Persona, personaEvents, personas } from '../fixtures/days/personas.ts'
import { type PrintedLine, playDay } from './playDay.ts'

const MONDAY_MS = Date.UTC(2026, 10, 2)
const MS_PER_DAY = 86_400_000
const MS_PER_MINUTE = 60_000
const LEAST_CONFIDENCE = 0.35

const ofKind = (lines: PrintedLine[], kind: PrintedLine['kind']) => lines.filter((line) => line.kind === kind)
const dayOf = (line: PrintedLine) => Math.floor((line.atMs - MONDAY_MS) / MS_PER_DAY)
/** A shorter day of theirs, where a whole one would show no more. */
const half = (persona: Persona): Persona => ({ ...persona, workMinutes: 150 })
const play = (persona: Persona, days: number) => playDay(personaEvents(persona, MONDAY_MS, days))

/** Nothing but unknown is ever said of strain, and never on less than it takes. */
function expectHonest(lines: PrintedLine[]): void {
  for (const line of ofKind(lines, 'strain')) {
    if (line.state === 'known') expect(line.confidence).toBeGreaterThanOrEqual(LEAST_CONFIDENCE)
    else expect([line.strain, line.reasons, line.contributing]).toEqual([null, [], []])
  }
  expect(lines.filter((line) => line.error !== undefined)).toEqual([])
}

/** Said for the first time, in whatever form. */
const nudgesIn = (lines: PrintedLine[]) =>
  ofKind(lines, 'pause').filter(({ what }) => what === 'offered' || what === 'hinted')

/** Never in a call, at most eight a day and three from strain, half an hour apart, chances that add up. */
function expectWellNudged(lines: PrintedLine[], inCall: (atMs: number) => boolean = () => false): void {
  const nudges = nudgesIn(lines)
  expect(nudges.filter(({ atMs }) => inCall(atMs))).toEqual([])
  for (const day of new Set(nudges.map(dayOf))) {
    const ofDay = nudges.filter((line) => dayOf(line) === day)
    expect(ofDay.length).toBeLessThanOrEqual(8)
    expect(ofDay.filter(({ because }) => because === 'strain').length).toBeLessThanOrEqual(3)
  }
  nudges.slice(1).forEach((line, place) => {
    expect(line.atMs - (nudges[place]?.atMs ?? 0)).toBeGreaterThanOrEqual(30 * MS_PER_MINUTE)
  })
  for (const { probabilities } of ofKind(lines, 'choice')) {
    const sum = Object.values(probabilities).reduce((whole, one) => whole + one, 0)
    expect(Math.abs(sum - 1)).toBeLessThan(0.01)
  }
}

describe('steady weeks with three heavy afternoons', () => {
  const { heavy } = personas.heavyAfternoons
  let lines: PrintedLine[]
  let decisions: PrintedLine[]
  let calls: { at: number; on: boolean }[]
  beforeAll(async () => {
    const events = [...personaEvents(personas.heavyAfternoons, MONDAY_MS, 26)]
    calls = events.flatMap((event) =>
      event.kind === 'call' ? [{ at: Number(event.at), on: !!event.on }] : [],
    )
    const mayTouchLights = { at: MONDAY_MS, kind: 'lights', choices: { isAllowed: true, atPause: null } }
    lines = await playDay([mayTouchLights, ...events])
    decisions = ofKind(lines, 'decision')
  }, 120_000)
  const inCall = (atMs: number) => calls.findLast((call) => call.at <= atMs)?.on ?? false

  it('raises strain on each of them and on no other day', () => {
    const days = new Set(decisions.filter((line) => line.to === 'raised').map(dayOf))
    expect([...days]).toEqual(heavy.onDays)
  })

  it('raises it while the afternoon is heavy, on two families at least and over the own bound', () => {
    for (const line of decisions.filter(({ to }) => to === 'raised' || to === 'queued')) {
      const minute = (line.atMs - MONDAY_MS - dayOf(line) * MS_PER_DAY) / MS_PER_MINUTE
      expect(minute).toBeGreaterThan(heavy.fromMinute + 10)
      expect(minute).toBeLessThan(heavy.toMinute + 15)
      expect(line.contributing.length).toBeGreaterThanOrEqual(2)
      expect(line.strain).toBeGreaterThanOrEqual(0.6)
      expect(line.threshold).toBeGreaterThanOrEqual(0.6)
      expect(line.highMs).toBeGreaterThanOrEqual(10 * MS_PER_MINUTE)
      expect(line.reasons.length).toBeGreaterThanOrEqual(2)
    }
  })

  it('never in a call: it is queued to the end of it', () => {
    const raised = decisions.filter((line) => line.to === 'raised')
    expect(raised.filter((line) => inCall(line.atMs))).toEqual([])
    const queued = decisions.filter((line) => line.to === 'queued')
    expect(queued.length).toBeGreaterThan(0)
    for (const line of queued) {
      expect(inCall(line.atMs)).toBe(true)
      const next = decisions[decisions.indexOf(line) + 1]
      const end = calls.find((call) => call.at > line.atMs && !call.on)
      expect([next?.from, next?.to, next?.atMs]).toEqual(['queued', 'raised', end?.at])
    }
  })

  it('is over again within the day, with the reason', () => {
    for (const line of decisions.filter(({ to }) => to === 'raised')) {
      const next = decisions[decisions.indexOf(line) + 1]
      expect([next?.from, next?.to]).toEqual(['raised', 'clear'])
      expect(['rest', 'low', 'unknown', 'share_bound']).toContain(next?.because)
      expect(dayOf(next as PrintedLine)).toBe(dayOf(line))
    }
  })

  it('softens the lights each time, ten minutes at least, and gives back what was there', () => {
    const raised = decisions.filter(({ to }) => to === 'raised')
    const lights = ofKind(lines, 'lights')
    expect([...new Set(lights.map(({ what }) => what))]).toEqual(['begun', 'ended', 'restored'])
    const begun = lights.filter(({ what }) => what === 'begun')
    expect(begun.map(({ atMs, look, because }) => [atMs, look, because])).toEqual(
      raised.map(({ atMs }) => [atMs, 'soften', 'strain']),
    )
    const back = lights.filter(({ what }) => what === 'restored')
    back.forEach((line, place) => {
      expect(line.atMs - (begun[place]?.atMs ?? 0)).toBeGreaterThanOrEqual(10 * MS_PER_MINUTE)
      expect(line.writes).toEqual(back[0]?.writes)
    })
    expect(back).toHaveLength(begun.length)
  })

  it('is raised for a tenth of the time at most', () => {
    let raisedMs = 0
    decisions.forEach((line, place) => {
      if (line.to === 'raised') raisedMs += (decisions[place + 1]?.atMs ?? line.atMs) - line.atMs
    })
    const workedMs = 20 * personas.steady.workMinutes * MS_PER_MINUTE
    expect(raisedMs / workedMs).toBeGreaterThan(0.01)
    expect(raisedMs / workedMs).toBeLessThanOrEqual(0.1)
  })

  it('says nothing below a confidence of .35, and enough once days are known', () => {
    expectHonest(lines)
    const known = ofKind(lines, 'strain').filter((line) => line.state === 'known')
    expect(Math.min(...known.map(dayOf))).toBeGreaterThan(6)
    const usual = known.filter((line) => !(heavy.onDays as readonly number[]).includes(dayOf(line)))
    expect(usual.filter((line) => (line.strain ?? 1) >= 0.6)).toEqual([])
  })

  it('offers pauses, in no call, within all bounds, and learns after the first twenty', () => {
    expectWellNudged(lines, inCall)
    expect(nudgesIn(lines).length).toBeGreaterThan(20)
    const choices = ofKind(lines, 'choice') as (PrintedLine & { by: string })[]
    expect(choices.slice(0, 20).every(({ by }) => by === 'rules')).toBe(true)
    for (const { probabilities } of choices.filter(({ by }) => by === 'learnt')) {
      expect(probabilities.nothing ?? 1).toBeGreaterThanOrEqual(0.1 - 0.001)
      expect(Math.max(...Object.values(probabilities))).toBeLessThanOrEqual(0.6 + 0.001)
    }
  })

  it('offers a check-in with it, at most three a day', () => {
    const offers = ofKind(lines, 'checkinOffered')
    expect([...new Set(offers.map(dayOf))]).toEqual(heavy.onDays)
    expect(offers.every((line) => line.because === 'strain' && !inCall(line.atMs))).toBe(true)
    for (const day of heavy.onDays) {
      expect(offers.filter((line) => dayOf(line) === day).length).toBeLessThanOrEqual(3)
    }
  })
})

it('without a strap the body never speaks, and what is left is too little to say anything', async () => {
  const lines = await play(half(personas.noStrap), 15)
  expectHonest(lines)
  expect(lines.some((line) => line.body && (line.body.hrBpm !== null || line.body.rmssdMs !== null))).toBe(
    false,
  )
  expect(lines.some((line) => line.state === 'known')).toBe(false)
  expectWellNudged(lines)
  expect(nudgesIn(lines).every(({ because }) => because !== 'strain')).toBe(true)
  const last = ofKind(lines, 'strain').at(-1)
  expect(last?.state).toBe('unknown')
  expect(ofKind(lines, 'need').some((line) => line.need === 1)).toBe(true)
}, 60_000)

it('on a desktop that hides its windows nothing is said of switching, and little is too little', async () => {
  const lines = await play(half(personas.waylandWithoutWindows), 15)
  expectHonest(lines)
  expect(lines.some((line) => line.state === 'known')).toBe(false)
  expectWellNudged(lines)
  const unknown = ofKind(lines, 'strain').at(-1)?.unknown
  for (const feature of ['switchesPerMinute', 'dwellSeconds', 'commsShare']) {
    expect(unknown).toContainEqual({ feature, reason: 'no_value' })
  }
}, 60_000)

it('input that is the same every day never flaps', async () => {
  const lines = await playDay(sameDays(15))
  expectHonest(lines)
  expect(ofKind(lines, 'strain').some((line) => line.state === 'known')).toBe(true)
  expect(ofKind(lines, 'decision')).toEqual([])
  expectWellNudged(lines)
  const known = ofKind(lines, 'strain').filter((line) => line.state === 'known')
  expect(Math.max(...known.map((line) => line.strain ?? 1))).toBeLessThan(0.4)
  // Two states a day, and between them only what the length of the day adds.
  expect(known.length / new Set(known.map(dayOf)).size).toBeLessThan(5)
}, 60_000)

describe('bursts and meetings', () => {
  it('short bursts with short rests: a real rest takes the need away, three minutes are enough', async () => {
    const lines = await play({ ...personas.bursty, callShare: 0 }, 1)
    const needs = ofKind(lines, 'need').map((line) => line.need ?? 0)
    expect(Math.max(...needs)).toBeLessThan(0.5)
    expect(needs.filter((need) => need === 0).length).toBeGreaterThan(15)
    // Whoever rests enough unasked hears nothing but lunch and the end of the day.
    expect(nudgesIn(lines).filter(({ because }) => because !== 'time')).toEqual([])
  })

  it('meetings all day are work: the need stays, and nothing is offered in a call', async () => {
    const events = [...personaEvents({ ...personas.meetingsAllDay, callShare: 1 }, MONDAY_MS, 1)]
    const lines = await playDay(events, { settings: undefined })
    const reached = ofKind(lines, 'need').find((line) => line.need === 1)
    expect(reached?.at.slice(11, 16)).toBe('09:50')
    const afterwards = ofKind(lines, 'need').filter((line) => line.atMs > (reached?.atMs ?? 0))
    // Sitting idle in a call is no rest; only the end of the day is.
    expect(afterwards.filter((line) => line.at < '2026-11-02T17:00')).toEqual([])
    expect(ofKind(lines, 'checkinOffered')).toEqual([])
    // Not one pause between the first call and the end of the last; the silence says why.
    const calls = events.filter((event) => event.kind === 'call')
    const [first, last] = [Number(calls[0]?.at), Number(calls.at(-1)?.at)]
    expect(nudgesIn(lines).filter(({ atMs }) => atMs > first && atMs < last)).toEqual([])
    expect(ofKind(lines, 'silence').some(({ reason }) => reason === 'call')).toBe(true)
  })
})

describe('nights', () => {
  const night: Persona = { ...personas.nightWorker, heart: null, weekdays: [0, 1, 2, 3, 4, 5, 6] }
  const spans = (lines: PrintedLine[]) => ofKind(lines, 'need').map((line) => line.inputs.daySpanMs ?? 0)

  it('a night is one day of work: midnight changes nothing, four in the morning does', async () => {
    const lines = await play(night, 2)
    const before = ofKind(lines, 'need').filter((line) => line.at < '2026-11-03T04:00')
    expect(Math.max(...spans(before))).toBeGreaterThan(5 * 3_600_000)
    const after = ofKind(lines, 'need').filter(
      (line) => line.at >= '2026-11-03T04:00' && line.at < '2026-11-03T05:00',
    )
    expect(Math.max(...spans(after))).toBeLessThan(3_600_000 + 60_000)
  })

  it.each([
    ['spring, an hour is missing', Date.UTC(2026, 2, 28), '+01:00', '+02:00', 5],
    ['autumn, an hour comes twice', Date.UTC(2026, 9, 24), '+02:00', '+01:00', 7],
  ])('the clocks change in %s', async (_, saturdayMs, before, after, hoursTo4) => {
    const offsetMs = Number(before.slice(1, 3)) * 3_600_000
    const lines = await playDay(personaEvents(night, saturdayMs - offsetMs, 1), { zone: 'Europe/Berlin' })
    const needs = ofKind(lines, 'need')
    expect(needs[0]?.at).toMatch(new RegExp(`T22:00:00\\${before}`))
    expect(needs.at(-1)?.at.endsWith(after)).toBe(true)
    expectWellNudged(lines)
    const longest = Math.max(...spans(needs))
    expect(longest).toBeGreaterThan((hoursTo4 - 0.3) * 3_600_000)
    expect(longest).toBeLessThanOrEqual(hoursTo4 * 3_600_000)
    // Work that goes on is work, whatever the clock shows: a rest each 61 minutes ends it, nothing else does.
    const first = needs.find((line) => line.need === 1)
    expect(first?.inputs.activeSinceRestMs).toBe(50 * MS_PER_MINUTE)
  })
})

it('a traveller takes the day along: the clock on the wall moves, the work does not', async () => {
  const atMs = Date.UTC(2026, 10, 4, 8)
  const minutes = (count: number) => atMs + count * MS_PER_MINUTE
  const lines = await playDay(
    [
      { at: minutes(0), kind: 'presence', state: 'active' },
      { at: minutes(30), kind: 'setting', zone: 'Asia/Tokyo' },
      { at: minutes(60), kind: 'setting', zone: 'America/Los_Angeles' },
      { at: minutes(70), kind: 'presence', state: 'locked' },
      { at: minutes(75), kind: 'presence', state: 'locked' },
    ],
    { zone: 'Europe/Berlin' },
  )
  const offsets = [...new Set(ofKind(lines, 'need').map((line) => line.at.slice(-6)))]
  expect(offsets).toEqual(['+01:00', '+09:00', '-08:00'])
  const due = ofKind(lines, 'need').find((line) => line.need === 1)
  expect(due?.atMs).toBe(minutes(50))
  expect(lines.filter((line) => line.error !== undefined)).toEqual([])
})

/** Days that are the same to the second, of all sensors but the strap. */
function* sameDays(days: number): Generator<object> {
  for (let day = 0; day < days; day++) {
    const startMs = MONDAY_MS + day * MS_PER_DAY + 9 * 3_600_000
    yield { at: startMs, kind: 'presence', state: 'active' }
    for (let minute = 0; minute < 120; minute++) {
      const atMs = startMs + minute * MS_PER_MINUTE
      yield { at: atMs, kind: 'app', app: 'code' }
      yield { at: atMs + 20_000, kind: 'app', app: 'thunderbird' }
      yield { at: atMs + 30_000, kind: 'machine', loopLagMs: 3, temperatureC: 50 }
      const counts = { keys: 80, deletes: 6, clicks: 8, pathPx: 5000, pauses: 10, shortPauses: 5 }
      yield { at: atMs + 59_999, kind: 'input', ...counts }
    }
    yield { at: startMs + 120 * MS_PER_MINUTE, kind: 'presence', state: 'locked' }
  }
}
