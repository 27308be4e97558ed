/** Small things of lights: warmth in words, rooms, places on earth, addresses, forms, hands, seconds. */
import { describe, expect, it } from 'vitest'
import { LOOK_IDS, LOOKS } from '../../../../electron/core/lights/looks.ts'
import { houseRooms, isCompact, roomsOf } from '../../../../renderer/features/lights/houseRooms.ts'
import { handByKey } from '../../../../renderer/features/lights/LampTouch.tsx'
import { stripOf } from '../../../../renderer/features/lights/LookSwatch.tsx'
import { lampForm } from '../../../../renderer/features/lights/lampForm.ts'
import { addressOf, hrefOf, type Shown, shownAt } from '../../../../renderer/features/lights/lightsAddress.ts'
import { placeOf, placeText } from '../../../../renderer/features/lights/placeText.ts'
import { secondsUntil } from '../../../../renderer/features/lights/useSecondsLeft.ts'
import { colourName, warmthName } from '../../../../renderer/features/lights/warmthName.ts'
import { emptyLights, someLamp } from '../../fakeRoom.ts'
import { largeHouse } from '../../livedLights.ts'

describe('warmth', () => {
  it.each([
    [1700, 'ember'],
    [2000, 'candle'],
    [2237, 'evening'],
    [2700, 'warm'],
    [4292, 'neutral'],
    [5000, 'daylight'],
    [6500, 'cool'],
  ] as const)('%i K is %s', (kelvin, name) => expect(warmthName(kelvin)).toBe(name))
  it.each([
    [0.69, 0.308, 'red'],
    [0.17, 0.7, 'green'],
    [0.153, 0.048, 'blue'],
    [0.38, 0.16, 'pink'],
    [0.17, 0.34, 'turquoise'],
  ] as const)('a colour at %f, %f is %s', (x, y, name) => {
    expect(colourName({ kind: 'xy', x, y })).toEqual({ kind: 'hue', name })
  })
  it('white said as a place is white', () => {
    expect(colourName({ kind: 'xy', x: 0.5016, y: 0.4153 })).toMatchObject({ kind: 'white', name: 'evening' })
  })
})

describe('rooms', () => {
  it('hold each lamp once, and what has no room comes last', () => {
    const view = emptyLights(0)
    const lamps = [...view.lamps, someLamp(9, { roomIds: [] })]
    const rooms = houseRooms({ ...view, lamps })
    expect(rooms.map(({ name, lamps: here }) => [name, here.length])).toEqual([
      ['Study', 4],
      ['Bedroom', 1],
      [null, 1],
    ])
    expect(roomsOf(['simulator:lamp-5', 'simulator:lamp-1'], view)).toEqual(['Study', 'Bedroom'])
  })
  it('stand close where there are very many lamps', () => {
    expect(isCompact(houseRooms(emptyLights(0)))).toBe(false)
    expect(isCompact(houseRooms(largeHouse()))).toBe(true)
  })
})

describe('a place', () => {
  it.each([
    ['52.52, 13.40', 52.52, 13.4],
    ['52,52 13,40', 52.52, 13.4],
    ['-33.87;151.21', -33.87, 151.21],
    ['52.52° N, 13.40° E', 52.52, 13.4],
    ['33.87 S 70.66 W', -33.87, -70.66],
    ['0, 0', 0, 0],
  ])('%s', (text, latitude, longitude) => expect(placeOf(text)).toEqual({ latitude, longitude }))
  it.each(['', '52.52', 'Berlin', '91, 0', '0, 181', '1, 2, 3', '52.52 13.40 1'])('not %s', (text) =>
    expect(placeOf(text)).toBeNull(),
  )
  it('comes back as it was typed', () =>
    expect(placeText({ latitude: 52.5201, longitude: 13.4 })).toBe('52.52, 13.4'))
})

describe('an address', () => {
  it.each([
    { view: 'room' },
    { view: 'touch' },
    { view: 'sources' },
    { view: 'trial' },
    { view: 'log', fromDay: null },
    { view: 'log', fromDay: 20_500 },
  ] as Shown[])('comes back as it went: %o', (shown) => expect(shownAt(addressOf(shown))).toEqual(shown))
  it.each([
    [['nowhere'], { view: 'room' }],
    [['log', 'x'], { view: 'log', fromDay: null }],
    [['log', '100000'], { view: 'log', fromDay: null }],
  ] as const)('%o shows what can be shown', (within, shown) => expect(shownAt(within)).toEqual(shown))
  it('is a link', () => expect(hrefOf({ view: 'log', fromDay: 5 })).toBe('#/lights/log/5'))
})

describe('a hand on the keys', () => {
  const lamp = someLamp(1)
  it.each([
    ['ArrowUp', { brightness: 90 }],
    ['ArrowDown', { brightness: 70 }],
    ['ArrowRight', { mirek: 320 }],
    ['ArrowLeft', { mirek: 280 }],
    ['Home', null],
  ] as const)('%s', (key, hand) => expect(handByKey(key, lamp)).toEqual(hand))
  it('stays within what the lamp can do', () => {
    expect(handByKey('ArrowDown', { ...lamp, brightness: 4 })).toEqual({ brightness: 1 })
    expect(handByKey('ArrowRight', { ...lamp, colour: { kind: 'temperature', mirek: 450 } })).toEqual({
      mirek: 454,
    })
    const plug = { ...lamp, can: { dim: false, temperature: null, colour: false } }
    expect(handByKey('ArrowUp', plug)).toBeNull()
    expect(handByKey('ArrowRight', plug)).toBeNull()
  })
})

describe('drawing', () => {
  it('takes the form a name tells', () => {
    expect(lampForm('Ceiling', 0)).toBe('pendant')
    expect(lampForm('Stehlampe', 0)).toBe('floor')
    expect(lampForm('Bedside', 1)).toBe('table')
    expect(lampForm('Hue 7', 2)).toBe(lampForm('Hue 8', 2))
  })
  it('has a strip for every look', () => {
    for (const id of LOOK_IDS)
      expect(stripOf(LOOKS[id])).toMatch(/^linear-gradient\(90deg, rgb\(\d+ \d+ \d+\)/)
  })
})

it('seconds are counted up to the last', () => {
  expect(secondsUntil(10_000, 0)).toBe(10)
  expect(secondsUntil(10_000, 9_001)).toBe(1)
  expect(secondsUntil(10_000, 10_000)).toBe(0)
  expect(secondsUntil(10_000, 20_000)).toBe(0)
})
