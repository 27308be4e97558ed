/** What the tray says about lights at every turn, and what can be done about it. */
import { describe, expect, it } from 'vitest'
import type { LightsView } from '../../../electron/contract/lights.ts'
import { BECAUSE } from '../../../electron/core/lights/lightsEffects.ts'
import { LOOK_IDS } from '../../../electron/core/lights/looks.ts'
import { lightsLines, lightsTurnMs, lookWords } from '../../../electron/main/tray/lightsLines.ts'
import { emptyLights, pairedLights } from '../../renderer/fakeRoom.ts'
import { nowMs, softened } from '../lights/softened.ts'

const MINUTE = 60_000
const does = (view: LightsView, atMs = nowMs) =>
  lightsLines(view, atMs).flatMap((line) => (line ? [`${line.action}: ${line.label}`] : []))
const told = (rest: Partial<NonNullable<LightsView['told']>>): LightsView => ({
  ...pairedLights(nowMs),
  told: {
    ...{ atMs: nowMs, what: 'allOff', look: 'soften', because: 'shortcut', why: null, refused: [] },
    ...rest,
  },
})

it('says nothing where lights may not be touched, whatever happens in the room on screen', () => {
  expect(does(emptyLights(nowMs))).toEqual([])
  expect(does({ ...softened(), isAllowed: false, isSimulated: true })).toEqual([])
})

it('offers to soften while nothing is on', () => {
  expect(does(pairedLights(nowMs))).toEqual(['lightsSoften: Soften the lights'])
})

describe('while a look is on', () => {
  it('says what and why, with the way back: undo for its minute, then to give it back', () => {
    const line = 'lights: The light is softer: you asked'
    expect(does(softened())).toEqual([line, 'lightsUndo: Undo'])
    expect(does(softened(), nowMs + MINUTE - 1)).toEqual([line, 'lightsUndo: Undo'])
    expect(does(softened(), nowMs + MINUTE)).toEqual([line, 'lightsBack: Give the light back'])
    expect(does({ ...softened(), announced: null })).toEqual([line, 'lightsBack: Give the light back'])
  })

  it('has words for every look and every reason', () => {
    for (const because of BECAUSE) {
      for (const look of [...LOOK_IDS, 'own:1']) {
        expect(lookWords({ look, because })).toMatch(/^The light [a-z, ]+: [a-z ]+$/)
      }
    }
    expect(lookWords({ look: 'soften', because: 'strain' })).toBe(
      'The light is softer: this stretch looks heavier than your usual',
    )
  })

  it('names the one that shows, not a stronger one that waits or found nothing to do', () => {
    const view = softened('bedtime', 'windDown')
    const waiting = { ...view.claims[0], claimId: 9, look: 'soften', because: 'talk' } as const
    const claims = [{ ...waiting, fromMs: nowMs, begunMs: null, untilMs: null }, ...view.claims]
    expect(does({ ...view, claims })[0]).toBe('lights: The light is winding down: your bedtime is near')
  })

  it('is over when a hand changed every lamp', () => {
    const view = softened()
    expect(does({ ...view, lamps: view.lamps.map((lamp) => ({ ...lamp, heldBy: null })) })).toEqual([
      'lightsSoften: Soften the lights',
    ])
  })
})

it('says that a wish waits, and takes it back', () => {
  const view = softened()
  const claims = view.claims.map((claim) => ({ ...claim, begunMs: null }))
  const waiting = { ...pairedLights(nowMs), claims }
  expect(does(waiting)).toEqual([
    'lights: The light will change in a moment',
    'lightsBack: Leave the light as it is',
  ])
  // What nobody asked for waits in silence.
  const unasked = claims.map((claim) => ({ ...claim, because: 'strain' as const }))
  expect(does({ ...waiting, claims: unasked })).toEqual(['lightsSoften: Soften the lights'])
})

describe('a wish that came to nothing', () => {
  it.each([
    [{ what: 'allOff' }, 'Every lamp you ticked is off, so nothing was done'],
    [{ what: 'nothing' }, 'There was nothing to soften, so nothing was done'],
    [{ what: 'refused', why: 'quiet_times' }, 'The lights are left alone outside the times you set'],
    [{ what: 'refused', why: 'not_allowed' }, 'The lights stay as they are for now'],
  ] as const)('is explained: %j', (change, words) => {
    expect(does(told(change))).toEqual([`lights: ${words}`, 'lightsSoften: Soften the lights'])
  })

  it('is explained for a minute, and only to whoever wished it here', () => {
    const plain = ['lightsSoften: Soften the lights']
    expect(does(told({}), nowMs + MINUTE)).toEqual(plain)
    expect(does(told({ because: 'strain' }))).toEqual(plain)
    expect(does(told({ because: 'talk' }))).toEqual(plain)
    // One that reached some lamps and is over.
    expect(does(told({ what: 'refused' }))).toEqual(plain)
  })
})

it('leaves the lights alone while Lull is paused, and says so', () => {
  expect(does({ ...pairedLights(nowMs), isPaused: true })).toEqual([
    'lights: The lights are left alone while Lull is paused',
  ])
})

it('is drawn anew when a minute ends', () => {
  expect(lightsTurnMs(pairedLights(nowMs), nowMs)).toBeNull()
  expect(lightsTurnMs(softened(), nowMs + 20_000)).toBe(40_000)
  expect(lightsTurnMs(softened(), nowMs + MINUTE)).toBeNull()
  expect(lightsTurnMs(told({ atMs: nowMs - 50_000 }), nowMs)).toBe(10_000)
})
