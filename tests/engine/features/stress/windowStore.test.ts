/** The heart rate of a few minutes, as a trial of lights asks for it. */
import { describe, expect, it } from 'vitest'
import { BeatSources } from '../../../../electron/engine/features/stress/beatSources.ts'
import { WindowStore } from '../../../../electron/engine/features/stress/windowStore.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { TEST_KEY } from '../../engineParts.ts'

const MINUTE = 60_000

function windows() {
  const { store } = openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 })
  const rows = new WindowStore(store, new BeatSources(store))
  const add = (source: string, minute: number, hrBpm: number | null, refused: string[] = []) =>
    rows.add(
      {
        ...{ source, atMs: minute * MINUTE, n: 60, hrBpm, lnRmssd: null, coverage: 1 },
        ...{ rejectedShare: 0, refused, isQuiet: false },
      },
      { atMs: minute * MINUTE, dayNumber: 0, minuteOfDay: minute },
    )
  return { rows, add }
}

describe('the mean heart rate', () => {
  it('is that of the good minutes that ended in the stretch, of the source that has most of them', () => {
    const { rows, add } = windows()
    add('strap', 1, 200)
    add('strap', 2, 70)
    add('strap', 3, 74)
    add('strap', 4, 190, ['too_many_bad_beats'])
    add('watch', 3, 99)
    expect(rows.meanHeartRate(1 * MINUTE, 4 * MINUTE)).toBe(72)
  })

  it('is unknown where nothing was measured', () => {
    const { rows, add } = windows()
    add('strap', 2, null)
    expect(rows.meanHeartRate(0, 10 * MINUTE)).toBeNull()
  })
})
