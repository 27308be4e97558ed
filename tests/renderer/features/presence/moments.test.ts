/** Until when and since when: the clock alone today, and the day named otherwise. */
import { describe, expect, it } from 'vitest'
import { momentWords } from '../../../../renderer/features/presence/moments.ts'

const local = (text: string) => new Date(text).getTime()

describe('a moment', () => {
  const now = local('2026-11-22T18:00:00')
  const said = (text: string) => momentWords(local(text), now, 'en-GB')

  it('is a clock time today, and names the day otherwise', () => {
    expect(said('2026-11-22T19:30:00')).toMatchObject({ key: 'time.today', values: { clock: '19:30' } })
    expect(said('2026-11-23T04:00:00')).toMatchObject({ key: 'time.tomorrow', values: { clock: '04:00' } })
    expect(said('2026-11-21T23:10:00')).toMatchObject({ key: 'time.yesterday', values: { clock: '23:10' } })
    expect(said('2026-11-20T09:00:00')).toMatchObject({ key: 'time.dayClock', values: { day: 'Friday' } })
    expect(said('2026-10-01T09:00:00')).toMatchObject({ values: { day: '1 October' } })
  })
})
