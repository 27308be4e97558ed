/** The one state of sensing, and what the opening sentence may claim. */
import { describe, expect, it } from 'vitest'
import { noticedNow, sensingState, whyNothing } from '../../../../renderer/features/presence/sensingState.ts'
import { broker } from '../../fakeDevices.ts'
import { FakeEngine } from '../../fakeEngine.ts'
import { presenceOf } from '../../fakePresence.ts'
import { idOf, type Scenario, worldOf } from '../../fakeWorld.ts'

const snapshotOf = (scenario: Scenario) =>
  presenceOf(new FakeEngine(worldOf(scenario, Date.now()))).snapshot()

describe('the state', () => {
  it('is told apart: on, until then, until said, and nothing to do', () => {
    expect(sensingState({ state: 'on', until: null }, false)).toEqual({ state: 'on' })
    expect(sensingState({ state: 'paused', until: 5 }, true)).toEqual({ state: 'pausedUntil', until: 5 })
    expect(sensingState({ state: 'paused', until: null }, true)).toEqual({ state: 'pausedOpen' })
    expect(sensingState({ state: 'off', until: null }, true)).toEqual({ state: 'pausedOpen' })
    expect(sensingState({ state: 'off', until: null }, false)).toEqual({ state: 'off' })
  })
})

describe('what is noticed', () => {
  it('is what runs, not what is allowed', () => {
    expect(noticedNow(snapshotOf('sensing'), [])).toEqual(['presence', 'calls', 'screen'])
    expect(noticedNow(snapshotOf('sensingPoor'), [])).toEqual(['presence'])
    expect(noticedNow(snapshotOf('sensingOff'), [])).toEqual([])
  })

  it('counts a heartbeat only while a broker is connected and something is read from it', () => {
    const read = broker({
      mappings: [
        {
          mapping: { id: 'a', topicFilter: 'a', valuePath: '$', kind: 'hr', unit: 'bpm' },
          accepted: 0,
          refused: [],
          lastMessageMs: null,
          lastReadingMs: null,
          silent: false,
        },
      ],
    })
    const off = snapshotOf('sensingOff')
    expect(noticedNow(off, [read])).toEqual(['beats'])
    expect(noticedNow(off, [broker()])).toEqual([])
    expect(noticedNow(off, [{ ...read, phase: { phase: 'connecting' } }])).toEqual([])
    expect(noticedNow(off, [broker({ id: idOf(5), driver: 'simulator' })])).toEqual(['play'])
  })

  it('says why when it is nothing', () => {
    expect(whyNothing(snapshotOf('sensingPoor'))).toBe('waiting')
    const snapshot = snapshotOf('sensingPoor')
    for (const sensor of snapshot.sensors) {
      sensor.condition = { state: 'unavailable', problem: 'no_display', detail: null }
    }
    expect(whyNothing(snapshot)).toBe('cannot')
  })
})
