/** Lights from the command line: what was asked is done, and what kept them from changing is said plainly. */
import { describe, expect, it, onTestFinished } from 'vitest'
import type { EngineClient } from '../../electron/contract/index.ts'
import type { LightsView } from '../../electron/contract/lights.ts'
import { createEngine } from '../../electron/engine/index.ts'
import { obey } from '../../electron/hosts/obey.ts'
import { engineParts } from '../engine/engineParts.ts'
import { ScriptedModel } from '../fakes/scriptedModel.ts'
import { pairedLights, someLamp } from '../renderer/fakeRoom.ts'

const nowMs = Date.parse('2026-11-23T13:00:00Z')
const lamp = (n: number, rest: Parameters<typeof someLamp>[1] = {}) =>
  someLamp(n, { choice: 'chosen', ...rest })
const view = (rest: Partial<LightsView>): LightsView => ({ ...pairedLights(nowMs), ...rest })
const claim = (begunMs: number | null): LightsView['claims'][number] => ({
  ...{ claimId: 1, look: 'soften', because: 'shortcut', fromMs: nowMs },
  ...{ begunMs, untilMs: nowMs + 20 * 60_000 },
})

function engine(views: LightsView[], refusal?: string) {
  const calls: string[] = []
  const call = (name: string) => async (input?: unknown) => {
    if (refusal) throw Object.assign(new Error('no'), { code: 'LIGHTS_REFUSED', data: { because: refusal } })
    calls.push(`${name} ${JSON.stringify(input ?? null)}`)
    return {}
  }
  const lights = {
    ...{ apply: call('apply'), release: call('release') },
    async watch() {
      return (async function* watched() {
        yield* views
      })()
    },
  }
  // Orders about lights ask for nothing else.
  return { client: { lights } as unknown as EngineClient, calls }
}

describe('lights soften', () => {
  it('asks once, waits for the first light, and says until when', async () => {
    const coming = view({ lamps: [lamp(1)], claims: [claim(null)] })
    const there = view({ lamps: [lamp(1, { heldBy: 'soften' })], claims: [claim(nowMs)] })
    const { client, calls } = engine([coming, there])
    expect(await obey({ do: 'lightsSoften' }, client)).toEqual({
      code: 0,
      line: expect.stringMatching(/^Your lights soften until .*\d.*\.$/),
    })
    expect(calls).toEqual(['apply {"look":"soften","because":"shortcut"}'])
  })

  it('names the lights on screen as what they are', async () => {
    const lamps = [lamp(1, { heldBy: 'soften' })]
    const { client } = engine([view({ isSimulated: true, lamps, claims: [claim(nowMs)] })])
    expect((await obey({ do: 'lightsSoften' }, client)).line).toMatch(/^The lights on screen soften/)
  })

  it.each([
    ['nothing is paired that has lamps', [], /no light Lull knows of/],
    ['none is ticked', [lamp(1, { choice: 'not_chosen' })], /No light is chosen yet/],
    ['all are off', [lamp(1, { isOn: false }), lamp(2, { isOn: false })], /off, and Lull switches none on/],
    ['none can be reached', [lamp(1, { isReachable: false })], /No light could be changed just now/],
  ])('says that nothing changed where %s', async (_what, lamps, line) => {
    const { client } = engine([view({ lamps, claims: [claim(nowMs)] })])
    expect(await obey({ do: 'lightsSoften' }, client)).toEqual({ code: 1, line: expect.stringMatching(line) })
  })

  it('finds lights that are soft already', async () => {
    const lamps = [lamp(1), lamp(2, { choice: 'not_chosen' })]
    const refused = [
      { lampId: lamp(1).id, rule: 'nothing_to_change' as const },
      { lampId: lamp(2).id, rule: 'not_chosen' as const },
    ]
    const told = {
      ...{ atMs: nowMs, what: 'nothing' as const, look: 'soften', because: 'shortcut' as const },
      ...{ why: null, refused },
    }
    const { client } = engine([view({ lamps, claims: [claim(nowMs)], told })])
    expect(await obey({ do: 'lightsSoften' }, client)).toEqual({
      code: 0,
      line: 'Your lights are soft already.',
    })
  })

  it('waits for no look that something stronger holds back', async () => {
    const { client } = engine([view({ lamps: [lamp(1)], claims: [claim(null)] })])
    expect(await obey({ do: 'lightsSoften' }, client)).toEqual({
      code: 0,
      line: 'Your lights will soften as soon as they can.',
    })
  })

  it.each([
    ['not_allowed', /may not touch your lights yet/],
    ['paused', /quiet just now/],
    ['quiet_times', /at this time of day/],
    ['something_new', /could not do that/],
  ])('says why it was refused: %s', async (because, line) => {
    expect(await obey({ do: 'lightsSoften' }, engine([view({})], because).client)).toEqual({
      code: 1,
      line: expect.stringMatching(line),
    })
  })
})

describe('a whole engine', () => {
  it('softens the room on screen and gives it back', async () => {
    const { parts } = engineParts(new ScriptedModel(() => ''))
    const running = createEngine(parts)
    onTestFinished(() => running.stop())
    await running.start()
    const client = running.client('shell')
    const said = async (order: 'lightsSoften' | 'lightsBack') => (await obey({ do: order }, client)).line
    expect(await said('lightsBack')).toBe('Lull holds no light just now.')
    expect(await said('lightsSoften')).toMatch(/^The lights on screen soften until/)
    expect(await said('lightsBack')).toBe('Your lights are given back.')
  })
})

describe('lights back', () => {
  it('gives back what is held', async () => {
    const { client, calls } = engine([view({ lamps: [lamp(1, { heldBy: 'break' })] })])
    expect(await obey({ do: 'lightsBack' }, client)).toEqual({ code: 0, line: 'Your lights are given back.' })
    expect(calls).toEqual(['release null'])
  })

  it('says that there is nothing to give back', async () => {
    const { client, calls } = engine([view({ lamps: [lamp(1)] })])
    expect(await obey({ do: 'lightsBack' }, client)).toEqual({
      code: 1,
      line: 'Lull holds no light just now.',
    })
    expect(calls).toEqual([])
  })
})
