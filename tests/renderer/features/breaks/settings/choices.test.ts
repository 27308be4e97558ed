/** The smaller choices: times of the clock, lengths, wishes, commands, days off, and spans in words. */
import { describe, expect, it } from 'vitest'
import { breakSettingsSchema } from '../../../../../electron/contract/breaks.ts'
import { defaultBreakSettings } from '../../../../../electron/core/breaks/breakSettings.ts'
import { ARMS, BREAK_KINDS } from '../../../../../electron/core/breaks/kinds.ts'
import { wishesOf, wishOf, withWish } from '../../../../../renderer/features/breaks/settings/armWish.ts'
import {
  commandFields,
  commandOf,
  looksLikeALine,
  MOST_ARGUMENTS,
  splitLine,
} from '../../../../../renderer/features/breaks/settings/commandFields.ts'
import {
  type FixedTime,
  MOST_TIMES,
  withoutTime,
  withTime,
} from '../../../../../renderer/features/breaks/settings/fixedTimes.ts'
import {
  byTime,
  holidayWords,
  MOST_HOLIDAYS,
  withHoliday,
  withoutHoliday,
} from '../../../../../renderer/features/breaks/settings/holidays.ts'
import {
  lengthOf,
  lengthUnits,
  shownLength,
} from '../../../../../renderer/features/breaks/settings/kindLength.ts'
import { spanWords, weekdayWords } from '../../../../../renderer/features/breaks/settings/minutes.ts'

describe('fixed times', () => {
  const tea: FixedTime = { minuteOfDay: 900, kind: 'micro' }
  it('stay in order', () => {
    expect(withTime([tea], { minuteOfDay: 600, kind: 'pause' })).toEqual({
      times: [{ minuteOfDay: 600, kind: 'pause' }, tea],
    })
  })
  it('are one at a minute, whatever their kind', () => {
    expect(withTime([tea], { minuteOfDay: 900, kind: 'long' })).toEqual({ problem: 'taken', by: tea })
  })
  it('are so many and no more', () => {
    const all = Array.from({ length: MOST_TIMES }, (_, minuteOfDay) => ({ ...tea, minuteOfDay }))
    expect(withTime(all, tea)).toEqual({ problem: 'many' })
    expect(withoutTime(all, 0)).toHaveLength(MOST_TIMES - 1)
  })
})

describe('lengths', () => {
  it.each(BREAK_KINDS)('of %s are the contract’s at both ends', (kind) => {
    for (const shown of [lengthUnits[kind].min, lengthUnits[kind].max, -5, 1e9]) {
      const kinds = {
        ...defaultBreakSettings.kinds,
        [kind]: { isOn: true, lengthMs: lengthOf(kind, shown) },
      }
      expect(breakSettingsSchema.safeParse({ ...defaultBreakSettings, kinds }).success).toBe(true)
    }
  })
  it.each(BREAK_KINDS)('of %s come back as they were shown', (kind) => {
    const { lengthMs } = defaultBreakSettings.kinds[kind]
    expect(lengthOf(kind, shownLength(kind, lengthMs))).toBe(lengthMs)
  })
  it('that were set elsewhere are shown as they are', () => {
    expect(shownLength('micro', 100_000)).toBe(1.7)
    expect(shownLength('eyeRest', 20_000)).toBe(20)
  })
})

describe('a wish', () => {
  const none = { pins: [], bans: [], favourites: [] }
  it.each(ARMS.flatMap((arm) => wishesOf(arm).map((wish) => ({ arm, wish }))))(
    'is what was chosen, and nothing beside it: $arm $wish',
    ({ arm, wish }) => {
      for (const before of wishesOf(arm)) {
        const after = withWish(withWish(none, arm, before), arm, wish)
        expect(wishOf(after, arm)).toBe(wish)
        const lists = [after.pins, after.bans, after.favourites].filter((list) => list.includes(arm))
        expect(lists.length).toBe(wish === 'asItComes' ? 0 : 1)
      }
    },
  )
  it('leaves the others alone', () => {
    const liked = withWish(none, 'walk', 'favourite')
    expect(withWish(liked, 'talk', 'never')).toEqual({ pins: [], bans: ['talk'], favourites: ['walk'] })
  })
  it('that stands in two lists is the one the decision heeds', () => {
    expect(wishOf({ pins: ['walk'], bans: ['walk'], favourites: ['walk'] }, 'walk')).toBe('never')
    expect(wishOf({ pins: ['nothing'], bans: [], favourites: [] }, 'nothing')).toBe('asItComes')
  })
})

describe('a command', () => {
  it('goes into fields and back', () => {
    const command = ['notify-send', '-t', '4000', 'A pause', ' ']
    expect(commandOf(commandFields(command))).toEqual(command)
    expect(commandFields(null)).toEqual({ program: '', args: [] })
  })
  it('needs a program, and leaves empty arguments out', () => {
    expect(commandOf({ program: '  ', args: ['a'] })).toBeNull()
    expect(commandOf({ program: ' hue ', args: ['', 'dim', ''] })).toEqual(['hue', 'dim'])
  })
  it('has at most thirty-two parts', () => {
    const args = Array.from({ length: 60 }, String)
    expect(commandOf({ program: 'a', args })).toHaveLength(1 + MOST_ARGUMENTS)
  })
  it.each([
    ['notify-send hello', true],
    ['notify-send', false],
    [' notify-send ', false],
    ['/opt/my tools/dim', false],
    ['C:\\Program Files\\dim.exe', false],
  ])('%s looks like a whole line: %s', (program, is) => expect(looksLikeALine(program)).toBe(is))
  it('is taken apart at spaces, with quotes kept together', () => {
    expect(splitLine(`hue dim "living room" 'a b' -x`)).toEqual({
      program: 'hue',
      args: ['dim', 'living room', 'a b', '-x'],
    })
  })
})

describe('days off', () => {
  const week = { fromDay: 100, toDay: 106 }
  it('come in order', () => {
    expect(withHoliday([week], { fromDay: 10, toDay: 10 })).toEqual({
      holidays: [{ fromDay: 10, toDay: 10 }, week],
      isJoined: false,
    })
  })
  it('become one where they meet', () => {
    const others = [week, { fromDay: 110, toDay: 120 }]
    expect(withHoliday(others, { fromDay: 105, toDay: 111 })).toEqual({
      holidays: [{ fromDay: 100, toDay: 120 }],
      isJoined: true,
    })
  })
  it.each([
    [{ fromDay: 101, toDay: 102 }, 'known'],
    [{ fromDay: 9, toDay: 8 }, 'order'],
    [{ fromDay: -3, toDay: 8 }, 'date'],
    [{ fromDay: 3, toDay: 200_000 }, 'date'],
  ])('%j is refused: %s', (one, problem) => expect(withHoliday([week], one)).toEqual({ problem }))
  it('are so many and no more', () => {
    const all = Array.from({ length: MOST_HOLIDAYS }, (_, n) => ({ fromDay: n * 2, toDay: n * 2 }))
    expect(withHoliday(all, { fromDay: 999, toDay: 999 })).toEqual({ problem: 'many' })
  })
  it('are past once their last day is', () => {
    const all = [{ fromDay: 1, toDay: 2 }, week, { fromDay: 3, toDay: 4 }]
    expect(byTime(all, 106)).toEqual({ coming: [week], past: [all[2], all[0]] })
    expect(byTime(all, 107).coming).toEqual([])
    expect(withoutHoliday(all, { fromDay: 100, toDay: 106 })).toHaveLength(2)
  })
  it('are said as one would', () => {
    expect(holidayWords({ fromDay: 20_446, toDay: 20_453 }, 'en-GB')).toMatch(/^24.+31 December 2025$/)
    expect(holidayWords({ fromDay: 20_446, toDay: 20_446 }, 'en-GB')).toBe('24 December 2025')
  })
})

describe('a span in words', () => {
  it.each([
    [540, 1020, 'breakSettings.span.sameDay'],
    [1320, 120, 'breakSettings.span.nextDay'],
    [1080, 0, 'breakSettings.span.midnight'],
  ])('%d to %d', (startMinute, endMinute, key) =>
    expect(spanWords({ startMinute, endMinute }, 'en-GB').key).toBe(key),
  )
  it('names weekdays', () => {
    expect(weekdayWords(0, 'en-GB')).toBe('Sunday')
    expect(weekdayWords(6, 'en-GB', 'short')).toBe('Sat')
  })
})
