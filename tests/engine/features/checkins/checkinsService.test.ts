/** Check-ins are saved once, taken away for good, asked for rarely, and counted, taken along and erased. */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { PresenceSnapshot } from '../../../../electron/contract/presence.ts'
import { type Settings, settingsDocument } from '../../../../electron/contract/settings.ts'
import type { StressSnapshot } from '../../../../electron/contract/stress.ts'
import { zoneCalendar } from '../../../../electron/engine/calendar.ts'
import { UNDO_SECONDS } from '../../../../electron/engine/erasures.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import {
  type CheckinAnswer,
  CheckinsService,
} from '../../../../electron/engine/features/checkins/checkinsService.ts'
import { CheckinsStore } from '../../../../electron/engine/features/checkins/checkinsStore.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { type Store, sql } from '../../../../electron/engine/store/sql.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { TEST_KEY } from '../../engineParts.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const answer = (n: number, change: Partial<CheckinAnswer> = {}): CheckinAnswer => ({
  id: id(n),
  mood: 4,
  energy: null,
  words: [],
  tags: [],
  sleepHours: null,
  because: 'person',
  ...change,
})

interface Start {
  store?: Store
  clock?: FakeClock
  settings?: Partial<Settings>
}

function started(start: Start = {}) {
  const store = start.store ?? openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 }).store
  const clock = start.clock ?? new FakeClock()
  const bus = new EventBus()
  const around = {
    settings: settingsDocument.parse({ ...start.settings }),
    strain: null as number | null,
    zone: 'Europe/Berlin',
  }
  const heard = { count: 0 }
  bus.on('checkinsChanged', () => {
    heard.count += 1
  })
  const service = new CheckinsService({
    store: new CheckinsStore(store),
    bus,
    clock,
    calendar: zoneCalendar(() => around.zone),
    log: createLog(clock, () => {}),
    settings: () => around.settings,
    strainWithoutSelf: () => around.strain,
  })
  service.start()
  const restart = () => {
    service.stop()
    return started({ ...start, store, clock })
  }
  return { store, clock, bus, around, heard, service, restart }
}

const fact = <Value>(value: Value | null) => ({ value, source: null, sinceMs: null, quality: 1 })
const presence = (facts: { inCall?: boolean; doNotDisturb?: boolean }) =>
  ({
    activity: fact('active' as const),
    inCall: fact(facts.inCall ?? null),
    sharing: fact(null),
    fullScreen: fact(null),
    doNotDisturb: fact(facts.doNotDisturb ?? null),
  }) as PresenceSnapshot
const strain = (phase: StressSnapshot['strain']['phase']) => ({ strain: { phase } }) as StressSnapshot
const at = (text: string) => new FakeClock(Date.parse(text))
const all = (service: CheckinsService) => service.between(0, 8e15)

describe('an answer', () => {
  it('tells those who wait for an answer what it was, with the moment it was first given', () => {
    const { service, bus, clock } = started()
    const heard: { atMs: number; mood: number }[] = []
    bus.on('checkinAnswered', (one) => heard.push(one))
    const atMs = clock.now()
    service.save(answer(1, { mood: 2 }))
    clock.advance(MINUTE)
    service.save(answer(1, { mood: 5 }))
    expect(heard).toEqual([
      { atMs, mood: 2 },
      { atMs, mood: 5 },
    ])
  })

  it('is kept with its moment and the strain beside it, before anyone hears of it', () => {
    const { service, bus, clock, around } = started()
    around.strain = 0.42
    let told: unknown = null
    bus.on('checkinsChanged', () => {
      told ??= all(service)
    })
    const said = answer(1, {
      energy: 2,
      words: ['tense', 'tense', 'worn'],
      tags: [' Office', 'office', 'run'],
      sleepHours: 6.5,
    })
    const row = service.save(said)
    const kept = {
      ...said,
      words: ['tense', 'worn'],
      tags: ['Office', 'run'],
      atMs: clock.now(),
      workDay: 20_779,
    }
    expect(row).toEqual(kept)
    expect(all(service)).toEqual([{ ...kept, strain: 0.42 }])
    expect(told).toEqual([{ ...kept, strain: 0.42 }])
  })

  it('sent twice is one, and the second changes what was said but not when', () => {
    const { service, clock, around } = started()
    const first = service.save(answer(1))
    clock.advance(5 * MINUTE)
    around.strain = 0.9
    expect(service.save(answer(1, { mood: 2, tags: ['rain'], because: 'time' }))).toEqual({
      ...first,
      mood: 2,
      tags: ['rain'],
    })
    expect(all(service)).toMatchObject([{ mood: 2, strain: null }])
  })

  it('of a late night belongs to the day that ends', () => {
    const { service } = started({ clock: at('2026-11-24T02:30:00Z') })
    expect(service.save(answer(1)).workDay).toBe(Date.UTC(2026, 10, 23) / 86_400_000)
  })

  it('with a word from nowhere is refused, and nothing is kept', () => {
    const { service } = started()
    const refused = () => service.save(answer(1, { words: ['calm', 'spiffing'] }))
    expect(refused).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
    expect(all(service)).toEqual([])
  })
})

describe('the state', () => {
  it('tells the last answer, own tags by use, and sleep once a day', () => {
    const { service, clock, heard } = started({ clock: at('2026-11-24T08:00:00Z') })
    expect(service.state()).toEqual({ prompt: null, lastAtMs: null, tags: [], sleepTold: false })
    service.save(answer(1, { tags: ['office', 'rain'], sleepHours: 7 }))
    clock.advance(HOUR)
    service.save(answer(2, { tags: ['Rain'] }))
    expect(service.state()).toEqual({
      prompt: null,
      lastAtMs: clock.now(),
      tags: ['Rain', 'office'],
      sleepTold: true,
    })
    const before = heard.count
    clock.advance(18 * HOUR)
    expect(service.state().sleepTold).toBe(false)
    expect(heard.count).toBe(before + 1)
  })
})

describe('taking one away', () => {
  it('is at once, and can be taken back for ten seconds', () => {
    const { service, clock } = started()
    service.save(answer(1, { tags: ['rain'] }))
    expect(service.erase(id(1))).toBe(UNDO_SECONDS)
    expect(all(service)).toEqual([])
    expect(service.state()).toMatchObject({ lastAtMs: null, tags: [] })
    expect(service.keeper.count('checkins').rows).toBe(1)
    clock.advance(UNDO_SECONDS * 1000 - 1)
    expect(service.restore(id(1))).toBe(true)
    expect(all(service)).toHaveLength(1)
    expect(service.restore(id(1))).toBe(false)
  })

  it('is for good afterwards', () => {
    const { service, clock } = started()
    service.save(answer(1))
    service.erase(id(1))
    clock.advance(UNDO_SECONDS * 1000)
    expect(service.restore(id(1))).toBe(false)
    expect(service.keeper.count('checkins').rows).toBe(0)
  })

  it('is for good when Lull ends, and at the next start after a crash', () => {
    const one = started()
    one.service.save(answer(1))
    one.service.erase(id(1))
    expect(one.restart().service.keeper.count('checkins').rows).toBe(0)

    const crashed = started()
    crashed.service.save(answer(1))
    crashed.service.erase(id(1))
    const next = started({ store: crashed.store })
    expect(next.service.keeper.count('checkins').rows).toBe(0)
  })

  it('does not work twice, nor can one that is going be changed', () => {
    const { service } = started()
    service.save(answer(1))
    service.erase(id(1))
    const gone = expect.objectContaining({ code: 'NOT_FOUND' })
    expect(() => service.erase(id(1))).toThrow(gone)
    expect(() => service.erase(id(2))).toThrow(gone)
    expect(() => service.save(answer(1, { mood: 1 }))).toThrow(gone)
  })
})

describe('a prompt', () => {
  const afternoon = { checkinTimes: [15 * 60] }

  it('comes to the minute, is told, and goes after half an hour', () => {
    const { service, clock, heard } = started({ clock: at('2026-11-24T13:10:30Z'), settings: afternoon })
    clock.advance(49.5 * MINUTE - 1)
    expect(service.isDue).toBe(false)
    clock.advance(1)
    expect(service.state().prompt).toEqual({ because: 'time', sinceMs: Date.parse('2026-11-24T14:00:00Z') })
    expect(heard.count).toBe(1)
    clock.advance(30 * MINUTE)
    expect(service.isDue).toBe(false)
    expect(heard.count).toBe(2)
  })

  it('waits for the end of a call, and steps aside for one', () => {
    const { service, clock, bus, heard } = started({ clock: at('2026-11-24T13:50:00Z'), settings: afternoon })
    bus.emit('presenceChanged', presence({ inCall: true }))
    clock.advance(20 * MINUTE)
    expect(service.isDue).toBe(false)
    bus.emit('presenceChanged', presence({ inCall: false }))
    expect(service.isDue).toBe(true)
    bus.emit('presenceChanged', presence({ doNotDisturb: true }))
    expect(service.isDue).toBe(false)
    bus.emit('presenceChanged', presence({}))
    expect(service.isDue).toBe(true)
    expect(heard.count).toBe(3)
  })

  it('goes with an answer or a no, and the answer is noted beside it', () => {
    const one = started({ clock: at('2026-11-24T14:00:00Z'), settings: afternoon })
    one.service.save(answer(1, { because: 'time' }))
    expect(one.service.isDue).toBe(false)
    const answered = (store: Store) => store.raw.prepare('SELECT answered FROM checkin_prompts').pluck().all()
    expect(answered(one.store)).toEqual([1])
    const other = started({ clock: at('2026-11-24T14:00:00Z'), settings: afternoon })
    other.service.dismiss()
    expect(other.service.isDue).toBe(false)
    expect(answered(other.store)).toEqual([0])
  })

  it('is counted on disk: a restart does not ask again', () => {
    const { clock, restart } = started({ clock: at('2026-11-24T14:00:00Z'), settings: afternoon })
    clock.advance(5 * MINUTE)
    const next = restart()
    expect(next.service.isDue).toBe(false)
    clock.advance(20 * MINUTE)
    expect(next.service.isDue).toBe(false)
    expect(next.store.raw.prepare('SELECT count(*) FROM checkin_prompts').pluck().get()).toBe(1)
  })

  it('for raised strain needs the setting, the score and sensing to be on', () => {
    const raisedWith = (settings: Partial<Settings>) => {
      const { service, bus } = started({ settings })
      bus.emit('stressChanged', strain('raised'))
      return service.state().prompt?.because ?? null
    }
    expect(raisedWith({})).toBe('strain')
    expect(raisedWith({ checkinWhenRaised: false })).toBeNull()
    expect(raisedWith({ strainOn: false })).toBeNull()
    expect(raisedWith({ sensingPaused: { until: null } })).toBeNull()
    expect(raisedWith({ sensingPaused: { until: Date.UTC(2026, 10, 22, 9, 0, 1) } })).toBeNull()
    expect(raisedWith({ sensingPaused: { until: Date.UTC(2026, 10, 22, 8, 59) } })).toBe('strain')
  })

  it('that cannot be kept is not made, and comes as soon as it can', () => {
    const full = vi.spyOn(CheckinsStore.prototype, 'addOffer').mockImplementation(() => {
      throw Object.assign(new Error('The disk is full.'), { code: 'DISK_FULL' })
    })
    onTestFinished(() => full.mockRestore())
    const { service, clock } = started({ clock: at('2026-11-24T13:50:00Z'), settings: afternoon })
    clock.advance(12 * MINUTE)
    expect(full).toHaveBeenCalled()
    expect(service.isDue).toBe(false)
    full.mockRestore()
    clock.advance(MINUTE)
    expect(service.isDue).toBe(true)
  })

  it('is three a day at most, and old ones are forgotten', () => {
    const times = [8, 10, 12, 14, 16].map((hour) => hour * 60)
    const { service, clock, store, restart } = started({
      clock: at('2026-11-24T06:30:00Z'),
      settings: { checkinTimes: times },
    })
    const due: string[] = []
    for (let minute = 0; minute < 24 * 60; minute++) {
      const before = service.isDue
      clock.advance(MINUTE)
      if (service.isDue && !before) due.push(new Date(clock.now()).toISOString().slice(11, 16))
    }
    expect(due).toEqual(['07:00', '09:00', '11:00'])
    clock.advance(72 * HOUR)
    restart()
    const days = store.raw.prepare('SELECT DISTINCT work_day FROM checkin_prompts').pluck().all()
    expect(days.length).toBeLessThanOrEqual(3)
  })
})

describe('what is kept', () => {
  it('is counted and can be taken along', () => {
    const { service, clock } = started({
      clock: at('2026-11-24T14:00:00Z'),
      settings: { checkinTimes: [900] },
    })
    const since = clock.now()
    service.save(answer(1, { words: ['glad'], because: 'time' }))
    expect(service.keeper.count('checkins')).toEqual({ rows: 1, oldestAt: since })
    expect(service.keeper.rows('checkins')).toMatchObject([
      { what: 'answer', mood: 4, words: ['glad'] },
      { what: 'prompt', because: 'time', answered: true },
    ])
  })

  it('can be erased by kind, with what is held in memory', () => {
    const { service, clock, store, heard } = started({
      clock: at('2026-11-24T14:00:00Z'),
      settings: { checkinTimes: [900] },
    })
    service.save(answer(1, { tags: ['rain'] }))
    service.save(answer(2))
    service.erase(id(2))
    const before = heard.count
    service.keeper.erase('checkins')
    expect(heard.count).toBeGreaterThan(before)
    expect(service.state()).toEqual({ prompt: null, lastAtMs: null, tags: [], sleepTold: false })
    expect(service.restore(id(2))).toBe(false)
    expect(service.keeper.rows('checkins')).toEqual([])
    expect(clock.pending).toBe(1)
    expect(store.raw.prepare('SELECT count(*) FROM checkin_prompts').pluck().get()).toBe(0)
  })

  it('of one day goes, and the other days stay', () => {
    const { service, clock, around } = started({ clock: at('2026-11-24T12:00:00Z') })
    service.save(answer(1, { mood: 1 }))
    clock.advance(15 * HOUR - 1)
    service.save(answer(2, { mood: 2 }))
    clock.advance(1)
    service.save(answer(3, { mood: 3 }))
    const day = Date.UTC(2026, 10, 24) / 86_400_000
    service.keeper.eraseDay({ workDay: day, ...zoneCalendar(() => around.zone).daySpan(day) })
    expect(all(service).map(({ mood }) => mood)).toEqual([3])
  })

  it('is forgotten when everything is erased', () => {
    const { service, bus, store } = started()
    service.save(answer(1, { tags: ['rain'] }))
    expect(service.state().tags).toEqual(['rain'])
    store.run(sql`DELETE FROM checkins`)
    bus.emit('everythingErased', {})
    expect(service.state()).toMatchObject({ lastAtMs: null, tags: [] })
  })
})
