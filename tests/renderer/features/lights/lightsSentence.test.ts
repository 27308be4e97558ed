/** The sentence over the room, in every state the engine can tell of. */
import { describe, expect, it } from 'vitest'
import type { LightsView } from '../../../../electron/contract/lights.ts'
import { BECAUSE, type Because } from '../../../../electron/core/lights/lightsEffects.ts'
import { LOOK_IDS } from '../../../../electron/core/lights/looks.ts'
import {
  lightsSentence,
  mayTry,
  running,
  sourcesSentence,
} from '../../../../renderer/features/lights/lightsSentence.ts'
import { nextStep } from '../../../../renderer/features/lights/NextStep.tsx'
import { bridgeSource, emptyLights, pairedLights } from '../../fakeRoom.ts'
import { largeHouse } from '../../livedLights.ts'
import { plain, wordsOf } from './wordsOf.ts'

const atMs = Date.UTC(2026, 10, 24, 9, 40)
const words = wordsOf([{ id: 'own:1', title: 'Reading' }])
const paired = pairedLights(atMs)
const said = (view: LightsView) => plain(lightsSentence(view, words))
const failed = (
  failure: 'timed_out' | 'key_removed' | 'certificate_changed' | 'no_broker' | 'broker_refused',
) => said({ ...paired, sources: [{ ...bridgeSource, phase: { phase: 'failed', failure, retrying: true } }] })

function held(look: string, because: Because, lampIds: string[]): LightsView {
  return {
    ...paired,
    lamps: paired.lamps.map((lamp) => (lampIds.includes(lamp.id) ? { ...lamp, heldBy: look } : lamp)),
    claims: [{ claimId: 1, look, because, fromMs: atMs, begunMs: atMs, untilMs: null }],
  }
}
const desk = ['simulator:lamp-1']

describe('at rest', () => {
  it('is a room on screen until something is paired', () => {
    expect(said(emptyLights(atMs))).toBe(
      'This is a room on screen: try every look here, nothing of yours is touched.',
    )
  })
  it('says what may be touched', () => {
    expect(said(paired)).toBe('Every lamp is as you left it. Lull may touch four lamps.')
    expect(said({ ...paired, isAllowed: false })).toBe('Lull may not touch any light.')
    const lamps = paired.lamps.map((lamp) => ({ ...lamp, choice: 'not_chosen' as const }))
    expect(said({ ...paired, lamps })).toMatch(/no lamp is ticked/)
    expect(said({ ...paired, lamps: [] })).toBe('Hue bridge tells of no lamp so far.')
  })
  it('says when nothing could be softened, and when Lull is paused', () => {
    const lamps = paired.lamps.map((lamp) => ({ ...lamp, isOn: false }))
    expect(said({ ...paired, lamps })).toBe('Every lamp you ticked is off, so there is nothing to soften.')
    expect(said({ ...paired, isPaused: true })).toBe('Lull is paused, so it leaves every light alone.')
    // Nobody knows is not off.
    const unknown = paired.lamps.map((lamp) => ({ ...lamp, isOn: null }))
    expect(said({ ...paired, lamps: unknown })).not.toMatch(/is off/)
  })
  it('says that light is on its way back', () => {
    expect(said({ ...paired, owed: 2 })).toBe('The light is on its way back.')
  })
})

describe('away', () => {
  it('is said by its kind', () => {
    expect(failed('timed_out')).toBe('Hue bridge does not answer, so nobody knows how the light is.')
    expect(failed('key_removed')).toMatch(/no longer knows Lull/)
    expect(failed('certificate_changed')).toMatch(/is not who it was/)
    expect(failed('no_broker')).toMatch(/^The broker of Hue bridge is gone/)
    expect(failed('broker_refused')).toMatch(/does not let Lull in/)
    expect(said({ ...paired, sources: [{ ...bridgeSource, phase: { phase: 'connecting' } }] })).toBe(
      'Looking for Hue bridge…',
    )
  })
  it('is not said first while another bridge answers', () => {
    const gone = { ...bridgeSource, phase: { phase: 'failed', failure: 'busy', retrying: true } as const }
    expect(said({ ...paired, sources: [gone, bridgeSource] })).toMatch(/^Every lamp/)
  })
})

describe('a look that runs', () => {
  it('is said with its rooms, since when and why', () => {
    expect(said(held('soften', 'strain', desk))).toBe(
      'The light in Study is softer since 09:40, because the morning was unlike your usual.',
    )
    expect(said(held('break', 'pause', [...desk, 'simulator:lamp-5']))).toBe(
      'The light in Study and Bedroom rests with you since 09:40, because you are on a pause.',
    )
    expect(said(held('own:1', 'shortcut', desk))).toBe(
      'The light in Study is as in “Reading” since 09:40, because you asked.',
    )
    expect(said(held('soften', 'preview', desk))).toBe('This is Soften, for ten seconds.')
  })
  it('is one sentence for every look and reason', () => {
    for (const look of [...LOOK_IDS, 'own:1', 'own:gone']) {
      for (const because of BECAUSE) {
        expect(said(held(look, because, desk))).toMatch(/^(The light in Study|This is) .*[^,]\.$/)
      }
    }
  })
  it('counts rooms when there are many', () => {
    const view = { ...paired, ...largeHouse() }
    const lamps = view.lamps.map((lamp) => ({ ...lamp, heldBy: 'soften' }))
    expect(said({ ...view, claims: held('soften', 'talk', []).claims, lamps })).toMatch(
      /^The light in nine rooms is softer/,
    )
  })
  it('is the first of those that have begun, as the engine sorts them', () => {
    const [pause] = held('break', 'pause', desk).claims
    const [strain] = held('soften', 'strain', desk).claims
    const [waiting] = held('focus', 'shortcut', desk).claims
    if (!pause || !strain || !waiting) throw new Error('no claims')
    const claims = [{ ...waiting, begunMs: null }, pause, strain]
    expect(running({ claims })?.look).toBe('break')
    expect(running({ claims: [] })).toBeNull()
  })
  it('that holds nothing is not claimed', () => {
    expect(said({ ...held('soften', 'strain', []) })).toMatch(/as you left it/)
  })
})

it('looks can be tried on screen, or where they are allowed and somebody answers', () => {
  expect(mayTry(emptyLights(atMs))).toBe(true)
  expect(mayTry(paired)).toBe(true)
  expect(mayTry({ ...paired, isAllowed: false })).toBe(false)
  expect(mayTry({ ...paired, isPaused: true })).toBe(false)
  expect(mayTry({ ...paired, sources: [{ ...bridgeSource, phase: { phase: 'connecting' } }] })).toBe(false)
})

it('the next step is one', () => {
  expect(nextStep(emptyLights(atMs))).toBe('find')
  expect(nextStep(paired)).toBeNull()
  expect(nextStep({ ...paired, isAllowed: false })).toBe('allow')
  expect(nextStep({ ...paired, lamps: paired.lamps.slice(4) })).toBe('tick')
})

it('what is paired is said with what needs a look first', () => {
  const sources = (view: LightsView) => plain(sourcesSentence(view, words))
  expect(sources(emptyLights(atMs))).toBe('None of your lamps is paired yet.')
  expect(sources(paired)).toBe('Lull knows five lamps of yours.')
  expect(sources({ ...paired, lamps: [] })).toBe('Hue bridge tells of no lamp so far.')
  const gone = { phase: 'failed', failure: 'key_removed', retrying: false } as const
  const second = { ...bridgeSource, title: 'Upstairs', phase: gone }
  expect(sources({ ...paired, sources: [bridgeSource, second] })).toMatch(/^Upstairs no longer knows Lull/)
})
