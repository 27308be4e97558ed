/** Until when and since when, over midnight, four in the morning and a change of the clock. */
import { describe, expect, it } from 'vitest'
import { momentWords, nextMorning } from '../../../../renderer/features/presence/moments.ts'

const local = (text: string) => new Date(text).getTime()

describe('the next morning', () => {
  it('is the next 04:00 on the wall clock', () => {
    expect(nextMorning(local('2026-11-22T18:00:00'))).toBe(local('2026-11-23T04:00:00'))
    expect(nextMorning(local('2026-11-22T01:30:00'))).toBe(local('2026-11-22T04:00:00'))
    expect(nextMorning(local('2026-11-22T04:00:00'))).toBe(local('2026-11-23T04:00:00'))
    expect(nextMorning(local('2026-12-31T23:59:59'))).toBe(local('2027-01-01T04:00:00'))
  })
})

describe('a moment', () => {
  const now = local('2026-11-22T18:00:00')
  const said = (text: string) => momentWords(local(text), now, 'en-GB')

  it('is a clock time today, and names the day otherwise', () => {
    expect(said('2026-11-22T19:30:00')).toMatchObject({ key: 'time.today', values: { clock: '19:30' } })
    expect(said('2026-11-23T04:00:00')).toMatchObject({ key: 'sensing.tomorrow', values: { clock: '04:00' } })
    expect(said('2026-11-21T23:10:00')).toMatchObject({ key: 'time.yesterday', values: { clock: '23:10' } })
    expect(said('2026-11-20T09:00:00')).toMatchObject({ key: 'sensing.dayClock', values: { day: 'Friday' } })
    expect(said('2026-10-01T09:00:00')).toMatchObject({ values: { day: '1 October' } })
  })
})
