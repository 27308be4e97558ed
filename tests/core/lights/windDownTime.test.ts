/** When the light goes down before bed. */
import { describe, expect, it } from 'vitest'
import { windDownTime } from '../../../electron/core/lights/windDownTime.ts'
import { MINUTE, moment } from './room.ts'

const DAY = 20_781 * 24 * 60
const at = (hours: number, minutes: number, ms = 0) => moment((DAY + hours * 60 + minutes) * MINUTE + ms)

describe('wind-down', () => {
  it.each([
    ['long before', at(12, 0), 23 * 60, 60, [23, 0], [22, 0]],
    ['within', at(22, 30, 12_345), 23 * 60, 60, [23, 0], [22, 0]],
    ['over midnight, in the evening', at(23, 40), 30, 60, [24, 30], [23, 30]],
    ['over midnight, in the night', at(0, 10), 30, 60, [0, 30], [-1, 30]],
    ['at bedtime: tomorrow', at(23, 0), 23 * 60, 60, [47, 0], [46, 0]],
    ['a minute before it', at(22, 59, 59_999), 23 * 60, 10, [23, 0], [22, 50]],
  ] as const)('%s', (_name, now, bedMinute, beforeMinutes, bed, from) => {
    const { bedAtMs, fromMs } = windDownTime({ bedMinute, beforeMinutes }, now)
    expect(bedAtMs).toBe(at(bed[0], bed[1]).atMs)
    expect(fromMs).toBe(at(from[0], from[1]).atMs)
  })
})
