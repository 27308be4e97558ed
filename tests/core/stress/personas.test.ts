/** Whole days of invented people through the whole of it: window, usual, score, decision. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type LocalMoment, workDay } from '../../../electron/core/presence/localMoment.ts'
import {
  assessStrain,
  noStrainYet,
  type StrainAssessment,
} from '../../../electron/core/stress/assessStrain.ts'
import { breakNeed, defaultBreakRules } from '../../../electron/core/stress/breakNeed.ts'
import { calmState, decideStress, type StressEffect } from '../../../electron/core/stress/decideStress.ts'
import { defaultWeights, type FeatureId } from '../../../electron/core/stress/families.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'
import { type Signal, signalOf } from '../../../electron/core/stress/signal.ts'
import {
  daysKnown,
  usualWork,
  type WorkBaseline,
  withWindow,
} from '../../../electron/core/stress/workBaseline.ts'
import { advanceRhythm, noRhythmYet } from '../../../electron/core/stress/workRhythm.ts'
import { type WorkWindow, workWindow } from '../../../electron/core/stress/workWindow.ts'

const MINUTE = 60_000
type Values = Partial<Record<FeatureId, number>>

interface Persona {
  /** First local minute of work and its length in ten-minute windows; rests for an hour in the middle. */
  startMinute: number
  windows: number
  /** What the sensors show; a feature that is not there is unknown. */
  shows(day: number, window: number, random: () => number): Values
}

const bell = (random: () => number) => random() + random() + random() - 1.5
const usualDay = (random: () => number): Values => ({
  switchesPerMinute: 4 + bell(random),
  dwellSeconds: 60 + 20 * bell(random),
  commsShare: 0.2 + 0.08 * bell(random),
  deleteShare: 0.08 + 0.02 * bell(random),
  shortPauseShare: 0.5 + 0.1 * bell(random),
  pathPerClickPx: 600 + 150 * bell(random),
  loopLagMs: 5 + 3 * bell(random),
  temperatureC: 55 + 5 * bell(random),
})
const beats = (random: () => number): Values => ({
  hrBpm: 66 + 4 * bell(random),
  lnRmssd: 3.6 + 0.2 * bell(random),
})
const heavy = (random: () => number): Values => ({
  ...usualDay(random),
  switchesPerMinute: 14 + bell(random),
  dwellSeconds: 10 + 3 * bell(random),
  commsShare: 0.7 + 0.08 * bell(random),
  deleteShare: 0.25,
  shortPauseShare: 0.95,
  pathPerClickPx: 2000,
  hrBpm: 90,
  lnRmssd: 2.6,
})

function live(persona: Persona, days: number) {
  const random = seededRandom(11)
  let memory = noStrainYet
  let baseline: WorkBaseline = []
  let stress = calmState
  let rhythm = noRhythmYet
  const shown: (StrainAssessment & { day: number; window: number })[] = []
  const effects: (StressEffect & { day: number; window: number })[] = []
  const needs: number[] = []
  let raisedWindows = 0

  function decide(event: Parameters<typeof decideStress>[1], at: LocalMoment, day: number, window: number) {
    const [next, more] = decideStress(stress, event, at)
    stress = next
    effects.push(...more.map((effect) => ({ ...effect, day, window })))
  }

  for (let day = 0; day < days; day++) {
    for (let window = 0; window < persona.windows; window++) {
      const middle = window >= persona.windows / 2 ? 60 : 0
      const minute = day * 1440 + persona.startMinute + middle + window * 10
      const moment = (late: number): LocalMoment => ({
        atMs: (minute + late) * MINUTE,
        dayNumber: Math.floor((minute + late) / 1440),
        minuteOfDay: (minute + late) % 1440,
      })
      const isBack = window === 0 || (middle > 0 && (window - 1) * 2 < persona.windows)
      if (isBack) {
        memory = noStrainYet
        decide({ kind: 'rested', restMs: 60 * MINUTE }, moment(0), day, window)
        const rest = { fromMs: moment(-60).atMs, toMs: moment(0).atMs, standing: 'resting' as const }
        rhythm = advanceRhythm(rhythm, { ...rest, workDay: workDay(moment(-60)) }, defaultBreakRules)[0]
      }
      const at = moment(10)
      const values = persona.shows(day, window, random)
      const measured = workWindow([])
      const others: Signal[] = []
      for (const [id, value] of Object.entries(values) as [FeatureId, number][]) {
        if (id === 'hrBpm') others.push(signalOf(id, value, { median: 66, mad: 2 }, 0.9))
        else if (id === 'lnRmssd') others.push(signalOf(id, value, { median: 3.6, mad: 0.1 }, 0.9))
        else if (id !== 'checkin') measured[id] = { value, quality: 1 }
      }
      const full: WorkWindow = {
        ...measured,
        lateMinutes: { value: 0, quality: 1 },
        daySpanHours: { value: (window * 10) / 60, quality: 1 },
      }
      const inputs = {
        window: full,
        usual: usualWork(baseline, at),
        daysKnown: daysKnown(baseline),
        otherSignals: others,
        weights: defaultWeights,
      }
      for (let late = 1; late <= 10; late++) {
        const [next, assessment] = assessStrain(memory, inputs, moment(late).atMs)
        memory = next
        decide(
          { kind: 'scored', strain: assessment.strain, contributing: assessment.contributing },
          moment(late),
          day,
          window,
        )
        if (late === 10) shown.push({ ...assessment, day, window })
      }
      baseline = withWindow(baseline, full, at)
      const work = {
        fromMs: moment(0).atMs,
        toMs: at.atMs,
        standing: 'working' as const,
        workDay: workDay(moment(0)),
      }
      rhythm = advanceRhythm(rhythm, work, defaultBreakRules)[0]
      needs.push(breakNeed(rhythm, defaultBreakRules, at).need ?? -1)
      if (stress.phase === 'raised') raisedWindows++
    }
  }
  return { shown, effects, needs, raisedShare: raisedWindows / shown.length }
}

const office = { startMinute: 540, windows: 48 }
const withBeats = (random: () => number) => ({ ...usualDay(random), ...beats(random) })

describe('steady', () => {
  const { shown, effects, needs } = live(
    { ...office, shows: (_day, _window, random) => withBeats(random) },
    25,
  )
  test('is never raised', () => expect(effects).toEqual([]))
  test('is shown from some days on, with a low score', () => {
    const late = shown.filter((one) => one.day > 12)
    expect(late.every((one) => one.strain !== null)).toBe(true)
    expect(late.filter((one) => (one.strain ?? 1) > 0.4)).toEqual([])
  })
  test('needs a break after 50 minutes all the same', () => {
    expect(needs.slice(0, 6).map((need) => Math.round(need * 100))).toEqual([20, 40, 60, 80, 100, 100])
  })
})

test('one heavy afternoon after three usual weeks is raised once, with reasons, and ends with rest', () => {
  const { effects, shown } = live(
    {
      ...office,
      shows: (day, window, random) =>
        day === 22 && window >= 24 && window < 36 ? heavy(random) : withBeats(random),
    },
    24,
  )
  expect(effects.map((effect) => [effect.kind, effect.day])).toEqual([
    ['strainRaised', 22],
    ['strainCleared', 22],
  ])
  const peak = shown.find((one) => one.day === 22 && one.window === 30)
  expect(peak?.strain).toBeGreaterThan(0.6)
  expect(peak?.reasons).toHaveLength(3)
  expect(peak?.reasons.map((reason) => reason.family)).toContain('body')
})

test('bursty: heavy every second hour is the usual, and stays below a tenth', () => {
  const { raisedShare } = live(
    { ...office, shows: (_day, window, random) => (window % 12 < 6 ? heavy(random) : withBeats(random)) },
    25,
  )
  expect(raisedShare).toBeLessThanOrEqual(0.1)
})

test('a night worker has a usual night', () => {
  const { effects, shown } = live(
    { startMinute: 1320, windows: 42, shows: (_day, _window, random) => withBeats(random) },
    25,
  )
  expect(effects).toEqual([])
  expect(shown.filter((one) => one.day > 12 && (one.strain ?? 1) > 0.4)).toEqual([])
})

test('without a strap the rest still speaks, with less confidence', () => {
  const { shown } = live({ ...office, shows: (_day, _window, random) => usualDay(random) }, 20)
  const last = shown.at(-1)
  expect(last?.confidence).toBeCloseTo(0.45, 6)
  expect(last?.strain).not.toBeNull()
  expect(last?.unknown).toContainEqual({ feature: 'hrBpm', reason: 'no_value' })
})

describe('Wayland without windows and input', () => {
  let life: ReturnType<typeof live>
  beforeAll(() => {
    const machineOnly = (random: () => number): Values => ({
      loopLagMs: 5 + bell(random),
      temperatureC: 55 + bell(random),
    })
    life = live({ ...office, shows: (_day, _window, random) => machineOnly(random) }, 20)
  })
  test('shows no strain at all: too little is known', () => {
    expect(life.shown.every((one) => one.strain === null && one.reasons.length === 0)).toBe(true)
    expect(life.shown.at(-1)?.confidence).toBeCloseTo(0.1, 6)
    expect(life.effects).toEqual([])
  })
  test('still knows when a break is due', () => expect(life.needs.some((need) => need >= 1)).toBe(true))
  test('says what is unknown and why', () => {
    expect(life.shown.at(-1)?.unknown).toContainEqual({ feature: 'switchesPerMinute', reason: 'no_value' })
  })
})

test('no score, no reason and no family leaves below confidence .35', () => {
  const { shown } = live({ ...office, shows: (_day, _window, random) => heavy(random) }, 12)
  expect(shown.some((one) => one.confidence < 0.35) && shown.some((one) => one.confidence >= 0.35)).toBe(true)
  for (const one of shown) {
    if (one.confidence < 0.35) expect([one.strain, one.reasons, one.contributing]).toEqual([null, [], []])
  }
})
