/** A probe process runs what is wished for, says what it finds as plain messages, and that it lives. */
import { beforeEach, describe, expect, it } from 'vitest'
import { type Ability, type Desktop, type ScreenAnswer, unable } from '../../electron/probes/ability.ts'
import { desktopSensors } from '../../electron/probes/desktopSensors.ts'
import { runProbe } from '../../electron/probes/runProbe.ts'
import type { StartSensor } from '../../electron/probes/sensorRun.ts'
import { ProbeStage, settled } from './probeStage.ts'

let stage: ProbeStage
beforeEach(() => {
  stage = new ProbeStage()
})

const ready = <Answer>(read: () => Answer | null): Ability<Answer> => ({
  state: 'ready',
  source: 'x11',
  quality: 0.9,
  read,
})

function desktop(answers: {
  idle?: () => number | null
  app?: () => string | null
  screen?: () => ScreenAnswer
}) {
  const cannot = unable('desktop_cannot_tell', 'Wayland')
  return {
    idleMs: async () => (answers.idle ? ready(answers.idle) : cannot),
    frontApp: async () => (answers.app ? ready(answers.app) : cannot),
    screen: async () => (answers.screen ? ready(answers.screen) : cannot),
  } satisfies Desktop
}

describe('the process', () => {
  it('says that it lives every 5 s, whatever it is asked for', () => {
    runProbe({ clock: stage.clock, post: stage.post, sensors: {} })
    stage.clock.advance(15_000)
    const start = stage.clock.now() - 15_000
    expect(stage.messages).toEqual(
      [0, 5_000, 10_000, 15_000].map((ms) => ({ type: 'alive', atMs: start + ms })),
    )
  })

  it('starts nothing by itself, and leaves other messages and foreign wishes alone', async () => {
    const probe = runProbe({
      clock: stage.clock,
      post: stage.post,
      sensors: desktopSensors(desktop({ app: () => 'vim' })),
    })
    for (const odd of [null, 7, 'want', {}, { type: 'want' }, { type: 'want', sensors: 'apps' }])
      probe.take(odd)
    probe.take({ type: 'want', sensors: ['input', 'calls', 'nonsense'] })
    await settled()
    stage.clock.advance(20_000)
    expect(stage.told()).toEqual([])
  })

  it('stops what is no longer wished for, and starts it again', async () => {
    const { want } = await stage.running(desktopSensors(desktop({ app: () => 'vim' })), 'apps')
    await want()
    stage.messages = []
    stage.clock.advance(10_000)
    expect(stage.told()).toEqual([])
    await want('apps')
    expect(stage.told().map(({ type }) => type)).toEqual(['running', 'app'])
  })

  it('starts once for the same wish, and stops what is unwished while it still loads', async () => {
    let starts = 0
    let stops = 0
    let loaded = () => {}
    const loading = new Promise<void>((resolve) => {
      loaded = resolve
    })
    const start: StartSensor = async () => {
      starts++
      await loading
      return () => void stops++
    }
    const { want } = await stage.running({ apps: start }, 'apps')
    await want('apps')
    await want()
    expect([starts, stops]).toEqual([1, 0])
    loaded()
    await settled()
    expect([starts, stops]).toEqual([1, 1])
  })

  it('says of each sensor why it cannot', async () => {
    await stage.running(desktopSensors(desktop({})), 'presence', 'screen', 'apps')
    expect(stage.told()).toEqual(
      ['presence', 'screen', 'apps'].map((sensor) => ({
        type: 'unavailable',
        sensor,
        problem: 'desktop_cannot_tell',
        detail: 'Wayland',
      })),
    )
  })
})

describe('idle time', () => {
  it.each<[number | null, string | null, number | undefined]>([
    [0, 'active', undefined],
    [29_999, 'active', undefined],
    [30_000, 'idle', 30_000],
    [3_600_000, 'idle', 3_600_000],
    [null, null, undefined],
    [Number.NaN, null, undefined],
    [-5, null, undefined],
  ])('of %s ms is %s', async (idleMs, value, agoMs) => {
    await stage.running(desktopSensors(desktop({ idle: () => idleMs })), 'presence')
    const [message] = stage.taken('fact')
    expect(message?.reading).toEqual({
      fact: 'input',
      source: 'x11',
      quality: value === null ? 0 : 0.9,
      atMs: stage.clock.now(),
      how: 'poll',
      value,
      ...(agoMs === undefined ? {} : { sinceMs: stage.clock.now() - agoMs }),
      ...(value === null ? {} : { idleMs }),
    })
  })

  it('is asked every 5 s, and sooner after a change', async () => {
    let idleMs = 0
    await stage.running(desktopSensors(desktop({ idle: () => idleMs })), 'presence')
    stage.clock.advance(1_000)
    expect(stage.taken('fact')).toHaveLength(2)
    stage.clock.advance(10_000)
    expect(stage.taken('fact')).toHaveLength(2)
    idleMs = 40_000
    stage.clock.advance(6_000)
    expect(stage.taken('fact').map(({ reading }) => reading.value)).toEqual(['idle', 'idle'])
  })

  it('is asked every 2 s while somebody waits for a gap, and at its usual pace before and after', async () => {
    let asked = 0
    const idle = () => {
      asked += 1
      return 3_000
    }
    const sensors = desktopSensors(
      desktop({ idle, screen: () => ({ fullScreen: false, doNotDisturb: null }) }),
    )
    const { wish } = await stage.running(sensors, 'presence', 'screen')
    stage.clock.advance(1_000)
    const inAMinute = () => {
      asked = 0
      stage.clock.advance(60_000)
      return asked
    }
    expect(inAMinute()).toBe(12)
    await wish({ sensors: ['presence', 'screen'], isCloser: true })
    expect(inAMinute()).toBeGreaterThanOrEqual(30)
    expect(asked).toBeLessThanOrEqual(31)
    // Wishes that come thick and fast make it no faster than one look a second.
    asked = 0
    for (let times = 0; times < 20; times += 1) {
      await wish({ sensors: ['presence', 'screen'], isCloser: times % 2 === 0 })
      stage.clock.advance(100)
    }
    expect(asked).toBeLessThanOrEqual(2)
    await wish({ sensors: ['presence', 'screen'] })
    stage.clock.advance(5_000)
    stage.messages = []
    expect(inAMinute()).toBe(12)
    // Other sensors keep their pace.
    const screens = stage.taken('fact').filter(({ reading }) => reading.fact === 'fullScreen')
    expect(screens).toHaveLength(6)
  })

  it('is not asked any more once nobody wants it, however closely it was', async () => {
    let asked = 0
    const idle = () => {
      asked += 1
      return 3_000
    }
    const { wish } = await stage.running(desktopSensors(desktop({ idle })), 'presence')
    await wish({ sensors: ['presence'], isCloser: true })
    await wish({ sensors: [], isCloser: true })
    await wish({ sensors: [] })
    asked = 0
    stage.clock.advance(60_000)
    expect(asked).toBe(0)
  })

  it('is unknown when the native code throws', async () => {
    const idle = () => {
      throw new Error('gone')
    }
    await stage.running(desktopSensors(desktop({ idle })), 'presence')
    expect(stage.taken('fact')[0]?.reading.value).toBeNull()
  })
})

describe('the screen', () => {
  it('tells full screen, and quiet only where it is known', async () => {
    let answer: ScreenAnswer = { fullScreen: true, doNotDisturb: null }
    const facts = () => stage.taken('fact').map(({ reading }) => [reading.fact, reading.value])
    await stage.running(desktopSensors(desktop({ screen: () => answer })), 'screen')
    expect(facts()).toEqual([['fullScreen', true]])
    answer = { fullScreen: null, doNotDisturb: true }
    stage.clock.advance(1_000)
    expect(facts()).toEqual([
      ['fullScreen', null],
      ['doNotDisturb', true],
    ])
    // What was said of quiet is taken back, once.
    answer = { fullScreen: false, doNotDisturb: null }
    stage.clock.advance(1_000)
    expect(facts()).toEqual([
      ['fullScreen', false],
      ['doNotDisturb', null],
    ])
    stage.clock.advance(1_000)
    expect(facts()).toEqual([['fullScreen', false]])
  })
})

describe('the program in front', () => {
  it('is named every 2 s, and null where nobody can tell', async () => {
    let app: string | null = 'firefox'
    await stage.running(desktopSensors(desktop({ app: () => app })), 'apps')
    const start = stage.clock.now()
    app = null
    stage.clock.advance(4_000)
    expect(stage.taken('app').map(({ sample }) => sample)).toEqual([
      { atMs: start, app: 'firefox' },
      { atMs: start + 2_000, app: null },
      { atMs: start + 4_000, app: null },
    ])
  })
})
