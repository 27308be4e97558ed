/** When there is something to say about the light, and when a window stays silent. */
import { describe, expect, it } from 'vitest'
import type { LightsView } from '../../../../../electron/contract/lights.ts'
import { type RoomLine, roomLine, turnMs } from '../../../../../renderer/features/lights/here/roomLine.ts'
import type { SaidInTalk } from '../../../../../renderer/features/lights/here/saidInTalk.ts'
import { nowMs, softened } from '../../../../main/lights/softened.ts'
import { pairedLights } from '../../../fakeRoom.ts'

const MINUTE = 60_000
const said: SaidInTalk = { messageId: 'm', atMs: nowMs, outcome: 'softening' }
const what = (line: RoomLine | null) =>
  line?.kind === 'on' ? (line.undo ? 'undo' : 'give back') : (line?.kind ?? 'nothing')
const told = (rest: Partial<NonNullable<LightsView['told']>> = {}): LightsView => ({
  ...pairedLights(nowMs),
  told: {
    ...{ atMs: nowMs, what: 'allOff', look: 'soften', because: 'shortcut', why: null, refused: [] },
    ...rest,
  },
})

describe('a look', () => {
  it.each([
    ['just begun', softened(), 0, null, 'undo'],
    ['a minute old', softened(), MINUTE, null, 'give back'],
    ['that nobody asked for', softened('strain'), 0, null, 'undo'],
    ['of a preview, which is told where it was asked for', softened('preview'), 0, null, 'nothing'],
    ['asked for in this talk, which says it', softened('talk'), 0, said, 'nothing'],
    ['asked for in this talk a minute ago', softened('talk'), MINUTE, said, 'give back'],
    ['asked for in another talk', softened('talk'), 0, null, 'undo'],
    ['of something else while this talk had asked before', softened('pause'), 0, said, 'undo'],
    ['that is over', pairedLights(nowMs), 0, null, 'nothing'],
  ] as const)('%s', (_what, view, laterMs, inTalk, expected) => {
    expect(what(roomLine(view, nowMs + laterMs, inTalk))).toBe(expected)
  })

  it('beneath a newer one keeps no undo that belongs to the other', () => {
    const view = softened('strain')
    const other = { ...view.claims[0], claimId: 9, because: 'shortcut', begunMs: null } as const
    const claims = [{ ...other, look: 'focus', fromMs: nowMs, untilMs: null }, ...view.claims]
    const announced = view.announced && { ...view.announced, claimId: 9 }
    expect(what(roomLine({ ...view, claims, announced }, nowMs, null))).toBe('give back')
  })
})

describe('a wish that came to nothing', () => {
  it.each([
    ['all off', told(), 0, null, 'allOff'],
    ['nothing to change', told({ what: 'nothing' }), 0, null, 'nothing'],
    ['a minute ago', told(), MINUTE, null, 'nothing'],
    ['that nobody had', told({ because: 'strain' }), 0, null, 'nothing'],
    ['in this talk, which says it', told({ because: 'talk' }), 0, said, 'nothing'],
    ['in another talk', told({ because: 'talk' }), 0, null, 'allOff'],
    ['left out by chance', told({ what: 'withheld', because: 'strain' }), 0, null, 'nothing'],
  ] as const)('%s', (_what, view, laterMs, inTalk, expected) => {
    const line = roomLine(view, nowMs + laterMs, inTalk)
    expect(line?.kind === 'told' ? line.told.what : 'nothing').toBe(expected)
  })
})

it('is looked at until its minutes are over', () => {
  expect(turnMs(undefined)).toBeNull()
  expect(turnMs(pairedLights(nowMs))).toBeNull()
  expect(turnMs(softened())).toBe(nowMs + MINUTE)
  expect(turnMs({ ...softened(), told: told({ atMs: nowMs + 5 }).told })).toBe(nowMs + MINUTE + 5)
})
