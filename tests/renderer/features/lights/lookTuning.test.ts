/** Looks made one's own and set back; scenes removed, brought back and renamed. */
import { describe, expect, it } from 'vitest'
import { defaultLightChoices } from '../../../../electron/core/lights/lightChoices.ts'
import { isTuned, lookParts, tunedLook, withTuned } from '../../../../renderer/features/lights/lookTuning.ts'
import { removedScene, renamedScene, restoredScene } from '../../../../renderer/features/lights/ownScenes.ts'
import type { LightChoices } from '../../../../renderer/features/lights/ticks.ts'
import { ownScenes } from '../../livedLights.ts'
import { wordsOf } from './wordsOf.ts'

const words = wordsOf()
const parts = (id: Parameters<typeof tunedLook>[0], looks: LightChoices['looks'] = {}) =>
  // Units stand behind a space that does not break.
  lookParts(tunedLook(id, looks), 4000, words).replaceAll('\u00a0', ' ')

describe('a look', () => {
  it('says what it does', () => {
    expect(parts('soften')).toBe('at most 56%, 2,240 K (evening) or warmer, over 4 s')
    expect(parts('windDown')).toBe('at most 30%, 2,200 K (evening) or warmer, over 1 min')
    expect(parts('focus')).toBe('4,290 K (neutral white), over 4 s')
    expect(parts('listen')).toBe('a little warmer than it is, over 8 s')
    expect(parts('breathe')).toBe('in steps of at most a tenth')
  })
  it('is tuned, and what is as it comes is no wish', () => {
    const looks = withTuned({}, 'soften', { brightness: 40 })
    expect(looks).toEqual({ soften: { brightness: 40 } })
    expect(parts('soften', looks)).toMatch(/^at most 40%/)
    expect(isTuned('soften', looks)).toBe(true)
    expect(withTuned(looks, 'soften', { brightness: 56 })).toEqual({})
    expect(withTuned({}, 'soften', { mirek: 447 })).toEqual({})
  })
  it('keeps other wishes, and takes one away', () => {
    const looks = withTuned({ focus: { brightness: 70, fadeMs: 9000 }, break: { mirek: 400 } }, 'focus', {
      brightness: null,
    })
    expect(looks).toEqual({ focus: { fadeMs: 9000 }, break: { mirek: 400 } })
  })
})

describe('a scene of one’s own', () => {
  const [reading, dusk] = ownScenes
  if (!reading || !dusk) throw new Error('no scenes')
  const now = {
    ...defaultLightChoices,
    scenes: ownScenes,
    atStrain: reading.id,
    atPause: dusk.id,
  } as LightChoices
  it('takes along what it answered, and brings it back', () => {
    const { change, answered, at } = removedScene(now, reading.id)
    expect(change).toEqual({ scenes: [dusk], atStrain: null })
    const after = { ...now, ...change }
    expect(restoredScene(after, reading, at, answered)).toEqual({ scenes: ownScenes, atStrain: reading.id })
  })
  it('does not come back twice, nor over another answer', () => {
    const { change, answered, at } = removedScene(now, reading.id)
    expect(restoredScene({ ...now, ...change, atStrain: 'break' }, reading, at, answered)).toEqual({
      scenes: ownScenes,
    })
    expect(restoredScene(now, reading, at, answered)).toEqual({})
  })
  it('is renamed alone', () => {
    expect(renamedScene(now, dusk.id, 'Evening').scenes?.map(({ title }) => title)).toEqual([
      'Reading corner',
      'Evening',
    ])
  })
})
