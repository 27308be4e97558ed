/** Years of somebody's pauses, made up and the same each time: for measuring, and for tests that need a lot. */
import type {
  BreakEntry,
  ChoiceRecord,
  EntryWhat,
  Suppression,
} from '../../../../electron/core/breaks/breakEffects.ts'
import { ENTRY_WHATS, SUPPRESSION_REASONS } from '../../../../electron/core/breaks/breakEffects.ts'
import { ARMS, BREAK_KINDS } from '../../../../electron/core/breaks/kinds.ts'
import { seededRandom } from '../../../../electron/core/stress/seededRandom.ts'
import { BreaksStore } from '../../../../electron/engine/features/breaks/breaksStore.ts'
import type { Store } from '../../../../electron/engine/store/sql.ts'

const DAY_MS = 86_400_000
const BECAUSE = ['need', 'strain', 'time', 'person'] as const

export interface SeedBreaks {
  /** The last day. */
  today: number
  days: number
  entriesADay: number
  silencesADay: number
  choicesADay: number
  seed?: number
}

function picked<Value>(values: readonly Value[], random: () => number): Value {
  return values[Math.floor(random() * values.length)] as Value
}

export function madeUpEntry(day: number, random: () => number): BreakEntry {
  const what: EntryWhat = picked(ENTRY_WHATS, random)
  const isRest = what === 'taken' || what === 'left' || what === 'natural'
  const isOurs = what !== 'natural'
  return {
    atMs: day * DAY_MS + Math.floor((9 + 8 * random()) * 3_600_000),
    workDay: day,
    dayNumber: day,
    minuteOfDay: 540,
    what,
    kind: isOurs ? picked(BREAK_KINDS, random) : null,
    arm: isOurs && random() < 0.8 ? picked(ARMS, random) : null,
    because: isOurs ? picked(BECAUSE, random) : null,
    nudgeId: isOurs ? 1 + Math.floor(random() * 1e6) : null,
    lengthMs: isOurs ? 120_000 : null,
    restedMs: isRest ? Math.floor(random() * 300_000) : null,
    reason: what === 'withdrawn' ? picked(['call', 'natural', 'lapsed'] as const, random) : null,
  }
}

export function madeUpSilence(row: number, day: number, random: () => number): Suppression {
  const fromMs = day * DAY_MS + Math.floor((9 + 8 * random()) * 3_600_000)
  const heldMs = Math.floor(random() * 3_600_000)
  return {
    row,
    reason: picked(SUPPRESSION_REASONS, random),
    kind: picked(BREAK_KINDS, random),
    because: picked(BECAUSE, random),
    workDay: day,
    fromMs,
    toMs: fromMs + heldMs,
    heldMs,
    times: 1 + Math.floor(random() * 3),
  }
}

const EVEN = { nothing: 0.2, stretch: 0.2, breathe: 0.2, walk: 0.2, talk: 0.2 }
const EVEN_ARMS = ['nothing', 'stretch', 'breathe', 'walk', 'talk'] as const

export function madeUpChoice(nudgeId: number, day: number, random: () => number): ChoiceRecord {
  return {
    nudgeId,
    atMs: day * DAY_MS + Math.floor((9 + 8 * random()) * 3_600_000),
    workDay: day,
    kind: 'pause',
    bucket: 'lowHigh',
    form: 'corner',
    arm: picked(EVEN_ARMS, random),
    by: 'learnt',
    probabilities: EVEN,
    expected: EVEN,
    asks: random() < 0.33,
  }
}

export function seedBreaks(store: Store, options: SeedBreaks): void {
  const rows = new BreaksStore(store)
  const random = seededRandom(options.seed ?? 1)
  let id = 1
  store.transaction(() => {
    for (let day = options.today - options.days + 1; day <= options.today; day++) {
      for (let n = 0; n < options.entriesADay; n++)
        rows.write({ kind: 'entered', entry: madeUpEntry(day, random) })
      for (let n = 0; n < options.silencesADay; n++) {
        rows.write({ kind: 'suppressed', suppression: madeUpSilence(id++, day, random) })
      }
      for (let n = 0; n < options.choicesADay; n++) {
        const choice = madeUpChoice(id++, day, random)
        rows.write({ kind: 'chosen', choice })
        const outcome = {
          nudgeId: choice.nudgeId,
          arm: choice.arm,
          worked: random() < 0.4,
          how: 'done' as const,
        }
        rows.write({ kind: 'outcome', ...outcome, atMs: choice.atMs })
      }
    }
  })
}
