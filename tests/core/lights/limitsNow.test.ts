/** What holds for lamps now: the person's choices, the room on screen, and what is being taken away. */
import { describe, expect, it } from 'vitest'
import { defaultLightChoices } from '../../../electron/core/lights/lightChoices.ts'
import { limitsNow } from '../../../electron/core/lights/limitsNow.ts'

const choices = { ...defaultLightChoices, lampIds: ['hue:a'], roomIds: ['hue:study', 'hue:hall'] }
const paired = { isAtWork: true, simulatedRoomIds: null, leaving: new Set<string>() }

describe('limits now', () => {
  it('are as the person chose once something is paired', () => {
    expect(limitsNow(choices, paired)).toMatchObject({
      isAllowed: false,
      isAtWork: true,
      lampIds: ['hue:a'],
      roomIds: ['hue:study', 'hue:hall'],
    })
  })

  it('let everybody try every look in the room on screen, within their own times and floor', () => {
    const own = {
      ...choices,
      othersLiveHere: true,
      leastBrightness: 25,
      times: { startMinute: 1, endMinute: 2 },
    }
    expect(limitsNow(own, { ...paired, simulatedRoomIds: ['simulator:study'] })).toMatchObject({
      isAllowed: true,
      othersLiveHere: false,
      leastBrightness: 25,
      times: { startMinute: 1, endMinute: 2 },
      roomIds: ['hue:study', 'hue:hall', 'simulator:study'],
    })
  })

  it('leave out what is being taken away', () => {
    const limits = limitsNow(choices, { ...paired, leaving: new Set(['hue:a', 'hue:hall']) })
    expect(limits).toMatchObject({ lampIds: [], roomIds: ['hue:study'] })
  })
})
