/** The service by itself, with whatever the others say of now: strain and its reasons, exercises, and failures. */
import { expect, onTestFinished, test } from 'vitest'
import { type Settings, settingsDocument } from '../../../../electron/contract/settings.ts'
import type { StressSnapshot } from '../../../../electron/contract/stress.ts'
import { noRhythmYet } from '../../../../electron/core/stress/workRhythm.ts'
import { zoneCalendar } from '../../../../electron/engine/calendar.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import type { BreaksParts, WantedExercise } from '../../../../electron/engine/features/breaks/breaksParts.ts'
import { createBreaks } from '../../../../electron/engine/features/breaks/index.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { TEST_KEY } from '../../engineParts.ts'
import { HOUR, MINUTE, SECOND } from './breaksWorld.ts'

type Strain = StressSnapshot['strain']

const loudest: Strain['reasons'][number] = {
  ...{
    family: 'fragmentation',
    feature: 'switchesPerMinute',
    direction: 'high',
    value: 40,
    usualLow: 10,
    usualHigh: 20,
  },
  ...{ level: 'week', z: 2.4, s: 0.9, w: 1, q: 1, share: 0.6 },
} as const
const clear: Strain = {
  ...{
    state: 'known',
    value: 0.2,
    confidence: 0.8,
    phase: 'clear',
    contributing: [],
    reasons: [],
    unknown: [],
  },
  ...{ daysKnown: 9, usual: null },
}
const raised: Strain = { ...clear, value: 0.8, phase: 'raised', reasons: [loudest] }

function alone(extra: Partial<BreaksParts> = {}, known = {}) {
  const clock = new FakeClock(Date.parse('2026-06-03T09:00:00Z'))
  const { store } = openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: clock.now() })
  const bus = new EventBus()
  const logLines: string[] = []
  const settings: Settings = settingsDocument.parse({})
  settings.breaks.kinds.lunch.isOn = false
  const wanted: WantedExercise[] = []
  const now: { strain: Strain; idleMs: number | null; inCall: boolean | null; sinceRestMs: number } = {
    ...{ strain: clear, idleMs: 0, inCall: false, sinceRestMs: 0, ...known },
  }
  const { service } = createBreaks({
    ...{ store, bus, clock, seed: 7, settings: () => settings },
    calendar: zoneCalendar(() => 'UTC'),
    log: createLog(clock, (line) => logLines.push(line)),
    situation: () => ({
      ...{
        activity: 'active',
        inCall: now.inCall,
        sharing: false,
        fullScreen: false,
        doNotDisturb: false,
        category: null,
      },
    }),
    standing: () => 'working',
    inputIdleMs: () => now.idleMs,
    lookCloser: () => {},
    strain: () => now.strain,
    stretches: () => [],
    isRated: () => false,
    exerciseFor: (one) => {
      wanted.push(one)
      return { id: 'stretch', title: 'Stretch' }
    },
    runOwnCommand: () => Promise.reject(new Error('there is no command')),
    ...extra,
  })
  service.start()
  onTestFinished(() => service.stop())
  /** Looks each ten seconds, as presence brings them about. */
  const work = (ms: number) => {
    for (let passed = 0; passed < ms; passed += 10 * SECOND) {
      clock.advance(10 * SECOND)
      now.sinceRestMs += 10 * SECOND
      const rhythm = {
        ...noRhythmYet,
        activeMs: now.sinceRestMs,
        sessionFromMs: clock.now() - now.sinceRestMs,
      }
      bus.emit('rhythmAdvanced', { rhythm, effects: [], atMs: clock.now() })
    }
  }
  return { service, bus, clock, store, settings, logLines, wanted, now, work }
}

/** Three days by time only are over. */
function afterFirstDays(extra: Partial<BreaksParts> = {}) {
  const world = alone(extra)
  for (let day = 0; day < 4; day++) {
    world.now.sinceRestMs = 0
    world.work(MINUTE)
    world.clock.advance(24 * HOUR)
  }
  world.now.sinceRestMs = 0
  world.work(10 * SECOND)
  return world
}

test('strain brings one sooner, and its loudest reason stays with it', () => {
  const world = afterFirstDays()
  world.work(25 * MINUTE)
  expect(world.service.view()).toMatchObject({ offer: null, isByTimeOnly: false })
  world.now.strain = raised
  world.now.idleMs = 10 * SECOND
  world.work(10 * SECOND)
  expect(world.service.view().offer).toMatchObject({ because: 'strain', kind: 'micro', reason: loudest })
  world.now.strain = { ...raised, reasons: [] }
  world.work(10 * SECOND)
  expect(world.service.view().offer?.reason).toEqual(loudest)
})

test('strain that is raised between two looks is looked at at once', () => {
  const world = afterFirstDays()
  world.work(25 * MINUTE)
  world.now.strain = raised
  world.now.idleMs = 10 * SECOND
  world.bus.emit('stressChanged', { strain: raised } as StressSnapshot)
  expect(world.service.view().offer).toMatchObject({ because: 'strain' })
})

test('strain says nothing where the person switched it off', () => {
  const world = afterFirstDays()
  world.settings.strainOn = false
  world.now.strain = raised
  world.now.idleMs = 10 * SECOND
  world.work(30 * MINUTE)
  expect(world.service.view()).toMatchObject({ offer: null, silent: null })
})

test('an exercise is chosen once, and stays from the offer to the end of the break', () => {
  const world = alone()
  world.work(50 * MINUTE)
  world.now.idleMs = 10 * SECOND
  world.work(10 * SECOND)
  const { offer } = world.service.view()
  expect(offer?.exercise).toEqual({ id: 'stretch', title: 'Stretch' })
  world.service.answer(offer?.id ?? 0, { say: 'start' })
  expect(world.service.view().running?.exercise).toEqual({ id: 'stretch', title: 'Stretch' })
  expect(world.wanted).toEqual([{ nudgeId: 1, arm: 'stretch', kind: 'micro', lengthMs: 2 * MINUTE }])
})

test('what is due at the very start waits until sensors had time to tell of keys and calls', () => {
  const world = alone({}, { idleMs: null, inCall: null, sinceRestMs: HOUR })
  world.work(10 * SECOND)
  expect(world.service.view()).toMatchObject({ offer: null, waiting: null })
  world.now.idleMs = 0
  world.now.inCall = true
  world.work(10 * SECOND)
  expect(world.service.view()).toMatchObject({ offer: null, silent: { reason: 'call' } })
})

test('where nobody can tell of keys it waits no longer than that', () => {
  const world = alone({}, { idleMs: null, inCall: null, sinceRestMs: HOUR })
  world.clock.advance(10 * SECOND)
  expect(world.service.view().offer).toBeNull()
  world.work(10 * SECOND)
  expect(world.service.view().offer).not.toBeNull()
})

test('a pause without an exercise is a pause', () => {
  const world = alone({
    exerciseFor: () => {
      throw new Error('broken')
    },
  })
  world.service.begin('long', 'walk')
  expect(world.service.view().running).toMatchObject({ kind: 'long', arm: 'walk', exercise: null })
  expect(world.logLines.join()).toContain('exerciseNotChosen')
})

test('whoever breaks on hearing of a break does not keep the next look from coming', () => {
  const world = alone()
  const stop = world.bus.on('breaksChanged', () => {
    throw new Error('broken')
  })
  world.work(50 * MINUTE)
  stop()
  world.now.idleMs = 10 * SECOND
  world.work(MINUTE)
  expect(world.service.view().offer).not.toBeNull()
  expect(world.logLines.join()).toContain('breaksFailed')
})

test('a break is told once at its start and once at its end, however often displays change', () => {
  const world = alone()
  world.settings.breaks.form = 'overlay'
  world.bus.emit('settingsChanged', world.settings)
  const told: string[] = []
  world.bus.on('breakHappened', ({ what, running }) => told.push(`${what} ${running?.kind}`))
  world.service.begin('pause', null)
  for (const displays of [['1'], ['1', '2'], [], ['2'], ['2'], ['3', '4']]) world.service.displays(displays)
  expect(world.service.view().running?.displays).toEqual(['3', '4'])
  world.clock.advance(5 * MINUTE)
  expect(told).toEqual(['start pause', 'end pause'])
})

test('a break ends, and that is told, also while sums cannot be read', () => {
  let isBroken = false
  const world = alone({
    stretches: () => {
      if (isBroken) throw new Error('broken')
      return []
    },
  })
  const told: string[] = []
  world.bus.on('breakHappened', ({ what }) => told.push(what))
  world.work(MINUTE)
  world.service.begin('micro', null)
  isBroken = true
  world.clock.advance(2 * MINUTE)
  expect(world.service.state.running).toBeNull()
  world.service.begin('pause', null)
  world.clock.advance(5 * MINUTE)
  expect(world.service.state.running).toBeNull()
  expect(told).toEqual(['start', 'end', 'start', 'end'])
})
