/** What a line or the shortcut does about lights, by what was shown last. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EngineClient } from '../../../electron/contract/index.ts'
import type { LightsView } from '../../../electron/contract/lights.ts'
import { type LightsActions, lightsActions } from '../../../electron/main/tray/lightsActions.ts'
import { pairedLights } from '../../renderer/fakeRoom.ts'
import { nowMs, softened } from '../lights/softened.ts'

beforeEach(() => void vi.useFakeTimers({ now: nowMs }))
afterEach(() => void vi.useRealTimers())

function doing(name: keyof LightsActions, view: LightsView | null): string[] {
  const calls: string[] = []
  const note = (what: string) => async (input?: unknown) => {
    calls.push(`${what} ${JSON.stringify(input ?? null)}`)
    throw new Error('refused, which nobody has to hear')
  }
  const lights = { apply: note('apply'), release: note('release'), undo: note('undo') }
  const client = { lights } as unknown as EngineClient
  lightsActions(() => view && { client, view })[name]()
  return calls
}
const soften = 'apply {"look":"soften","because":"shortcut"}'

it('softens, gives back and undoes', () => {
  expect(doing('lightsSoften', pairedLights(nowMs))).toEqual([soften])
  expect(doing('lightsBack', softened())).toEqual(['release null'])
  expect(doing('lightsUndo', softened())).toEqual(['undo {"claimId":7}'])
})

it('gives back where the minute ended while the menu was open', () => {
  vi.setSystemTime(nowMs + 61_000)
  expect(doing('lightsUndo', softened())).toEqual(['release null'])
})

it('turns by the shortcut: softer, or back while a look is on, whoever asked for it', () => {
  expect(doing('lightsTurn', pairedLights(nowMs))).toEqual([soften])
  expect(doing('lightsTurn', softened('strain'))).toEqual(['release null'])
})

it('takes back by the shortcut what waits', () => {
  const { claims } = softened()
  const waiting = { ...pairedLights(nowMs), claims: claims.map((claim) => ({ ...claim, begunMs: null })) }
  expect(doing('lightsTurn', waiting)).toEqual(['release null'])
})

it('does nothing without an engine', () => {
  expect(doing('lightsTurn', null)).toEqual([])
})
