/** What is played in a page: it comes and goes softly, by one window only, and ends when it was to end. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SoundPlayer } from '../../../../renderer/features/sound/soundPlayer.ts'
import { FakeAudioContext, FakeChannel, fakeAudio } from './fakeAudio.ts'

// What it is made of is tested elsewhere, and takes its time.
vi.mock(import('../../../../electron/core/sound/soundLoop.ts'), async (original) => ({
  ...(await original()),
  // biome-ignore lint/correctness/useYield: it is made at once.
  *soundLoop() {
    return [new Float32Array(8), new Float32Array(8)] as const
  },
}))

beforeEach(() => {
  fakeAudio()
})
afterEach(() => {
  vi.useRealTimers()
})

const newest = () => FakeAudioContext.all.at(-1) ?? new FakeAudioContext()

describe('one window', () => {
  it('begins with a fade of three seconds, and ends with one of two', async () => {
    const player = new SoundPlayer()
    await player.play('brown', 0.5)
    const context = newest()
    const [source] = context.sources
    expect(player.view()).toMatchObject({ kind: 'brown', isHere: true, endsAtMs: null, told: null })
    expect(source).toMatchObject({ loop: true })
    const curves = () => context.gains.flatMap(({ gain }) => gain.curves)
    expect(curves()).toMatchObject([{ first: 0, last: 1, seconds: 3 }])
    context.pass(1)
    player.stop()
    expect(player.view().kind).toBeNull()
    expect(curves()[1]).toMatchObject({ first: 1, last: 0, seconds: 2 })
    expect(context.state).toBe('running')
    context.pass(2.2)
    // What nobody hears costs nothing.
    expect(context.state).toBe('closed')
  })

  it('squares the volume, and follows it', async () => {
    const player = new SoundPlayer()
    await player.play('brown', 0.5)
    expect(newest().gains[0]?.gain.value).toBe(0.25)
    player.setVolume(1)
    expect(newest().gains[0]?.gain.targets).toEqual([1])
  })

  it('another kind comes while the first one goes', async () => {
    const player = new SoundPlayer()
    await player.play('brown', 0.5)
    await player.play('brown', 0.5)
    const context = newest()
    expect(FakeAudioContext.all).toHaveLength(1)
    expect(context.sources.map(({ stopsAt }) => stopsAt !== null)).toEqual([true, false])
    context.pass(3)
    expect(context.state).toBe('running')
  })

  it('stopped before it was made, it is never heard', async () => {
    const player = new SoundPlayer()
    const begun = player.play('chords', 0.5)
    player.stop()
    await begun
    expect(newest().sources).toEqual([])
    expect(newest().state).toBe('closed')
    expect(player.view()).toMatchObject({ kind: null, told: null })
  })

  it('says when the page may not sound, or cannot', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    FakeAudioContext.mayStart = false
    const player = new SoundPlayer()
    const begun = player.play('brown', 0.5)
    await vi.advanceTimersByTimeAsync(3000)
    await begun
    expect(player.view()).toMatchObject({ kind: null, told: 'blocked' })
    expect(newest().state).toBe('closed')
    vi.stubGlobal('AudioContext', undefined)
    await player.play('brown', 0.5)
    expect(player.view()).toMatchObject({ kind: null, told: 'blocked' })
    player.forget()
    expect(player.view().told).toBeNull()
  })

  it('goes when a page goes, as softly as there is time for', async () => {
    const player = new SoundPlayer()
    await player.play('brown', 0.5)
    player.leave()
    expect(newest().gains[0]?.gain.targets).toEqual([0])
    expect(newest().state).toBe('closed')
    expect(player.view().kind).toBeNull()
  })
})

describe('its end', () => {
  it('comes after the chosen minutes, which may be changed on the way', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const player = new SoundPlayer()
    await player.play('brown', 0.5, '15')
    expect(player.view().endsAtMs).toBe(Date.now() + 15 * 60_000)
    vi.advanceTimersByTime(14 * 60_000)
    player.setUntil('30')
    vi.advanceTimersByTime(29 * 60_000)
    expect(player.view().kind).toBe('brown')
    vi.advanceTimersByTime(60_000)
    expect(player.view()).toMatchObject({ kind: null, told: 'over', until: '30' })
    expect(newest().sources[0]?.stopsAt).not.toBeNull()
  })

  it('comes with the pause, so that it is gone when the pause is; also when that ends early', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const player = new SoundPlayer()
    const endsAtMs = Date.now() + 300_000
    player.pauseIs(endsAtMs)
    await player.play('brown', 0.5, 'pause')
    expect(player.view().endsAtMs).toBe(endsAtMs - 2000)
    player.pauseIs(null)
    expect(player.view()).toMatchObject({ kind: null, told: null })
    player.pauseIs(endsAtMs)
    await player.play('brown', 0.5, 'pause')
    vi.advanceTimersByTime(298_001)
    expect(player.view()).toMatchObject({ kind: null, told: null })
  })

  it('a pause that ends takes no other sound with it', async () => {
    const player = new SoundPlayer()
    player.pauseIs(Date.now() + 60_000)
    await player.play('brown', 0.5, 'open')
    player.pauseIs(null)
    expect(player.view().kind).toBe('brown')
  })

  it('comes when a call begins, and says so; what is begun in a call is wished', async () => {
    const player = new SoundPlayer()
    player.callIs(null)
    await player.play('brown', 0.5)
    player.callIs(true)
    expect(player.view()).toMatchObject({ kind: null, told: 'call' })
    await player.play('brown', 0.5)
    player.callIs(true)
    expect(player.view()).toMatchObject({ kind: 'brown', told: null })
    player.callIs(false)
    player.callIs(true)
    expect(player.view().told).toBe('call')
  })

  it('comes with sleep', async () => {
    const player = new SoundPlayer()
    await player.play('brown', 0.5)
    player.slept()
    expect(player.view()).toMatchObject({ kind: null, told: 'asleep' })
  })
})

describe('several windows', () => {
  it('the one that begins silences the other, and each knows of it', async () => {
    const [one, two] = [new SoundPlayer(), new SoundPlayer()]
    await one.play('brown', 0.5)
    expect(two.view()).toMatchObject({ kind: 'brown', isHere: false })
    // One that opens later asks.
    const three = new SoundPlayer()
    expect(three.view()).toMatchObject({ kind: 'brown', isHere: false })
    await two.play('brown', 0.5)
    expect(one.view()).toMatchObject({ kind: 'brown', isHere: false, told: null })
    expect(FakeAudioContext.all[0]?.sources[0]?.stopsAt).not.toBeNull()
    three.stop()
    for (const player of [one, two, three]) expect(player.view().kind).toBeNull()
  })

  it('the one that begins after another wins within a millisecond, too, and on a clock that was set back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const [one, two] = [new SoundPlayer(), new SoundPlayer()]
    await one.play('brown', 0.5)
    await two.play('rain', 0.5)
    vi.setSystemTime(Date.now() - 60_000)
    await one.play('brown', 0.5)
    expect(two.view()).toMatchObject({ kind: 'brown', isHere: false })
    expect(one.view().isHere).toBe(true)
  })

  it('two that begin at the same moment do not both give way', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const [one, two] = [new SoundPlayer(), new SoundPlayer()]
    await Promise.all([one.play('brown', 0.5), two.play('brown', 0.5)])
    expect([one, two].filter((player) => player.view().isHere)).toHaveLength(1)
  })

  it('a window that closes is not said to play on', async () => {
    const [one, two] = [new SoundPlayer(), new SoundPlayer()]
    await one.play('brown', 0.5)
    one.leave()
    expect(two.view().kind).toBeNull()
  })

  it('what it does not understand, it leaves', () => {
    const player = new SoundPlayer()
    const other = new FakeChannel()
    for (const data of [
      null,
      7,
      {},
      { say: 'playing', from: 'x' },
      { say: 'playing', from: 'x', kind: 'drums', sinceMs: 1 },
      { say: 'shout', from: 'x' },
    ])
      other.postMessage(data)
    expect(player.view()).toMatchObject({ kind: null, told: null })
  })
})
