/** The tone is low, slow and never loud, whatever volume it is asked for. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { MOST_GAIN, type Note, notesOf, playTone } from '../../../renderer/design/tone.ts'

afterEach(() => vi.unstubAllGlobals())

/** Loudest sum of all notes, looked at every millisecond. */
function loudest(notes: Note[]): number {
  const gainAt = ({ atMs, attackMs, releaseMs, gain }: Note, ms: number) => {
    const into = ms - atMs
    if (into <= 0 || into >= attackMs + releaseMs) return 0
    return into < attackMs ? (gain * into) / attackMs : gain * (1 - (into - attackMs) / releaseMs)
  }
  const sums = Array.from({ length: 4000 }, (_, ms) => notes.reduce((sum, note) => sum + gainAt(note, ms), 0))
  return Math.max(...sums)
}

describe('the notes', () => {
  it.each(['start', 'end'] as const)('of the %s are two, low and slow', (tone) => {
    const notes = notesOf(tone, 1)
    expect(notes).toHaveLength(2)
    for (const { hz, attackMs } of notes) {
      expect(hz).toBeGreaterThanOrEqual(220)
      expect(hz).toBeLessThanOrEqual(440)
      expect(attackMs).toBeGreaterThanOrEqual(80)
    }
  })

  it.each([0, 0.25, 1, 7, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'at volume %d stay within the cap',
    (volume) => {
      const share = Number.isFinite(volume) ? Math.max(0, Math.min(1, volume)) : 0
      expect(loudest(notesOf('start', volume))).toBeLessThanOrEqual(share * MOST_GAIN + 1e-9)
    },
  )
})

describe('playing', () => {
  function stub(state: 'running' | 'suspended') {
    const node = () => ({
      gain: { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() },
      frequency: { value: 0 },
      connect: (next: unknown) => next,
      start: vi.fn(),
      stop: vi.fn(),
      onended: null as (() => void) | null,
    })
    const made: ReturnType<typeof node>[] = []
    const close = vi.fn(async () => {})
    class Context {
      state = state
      currentTime = 0
      destination = {}
      close = close
      createGain = node
      createOscillator = () => {
        made.push(node())
        return made.at(-1)
      }
    }
    vi.stubGlobal('AudioContext', Context)
    return { made, close }
  }

  it('lets the sound card go after the last note', () => {
    const { made, close } = stub('running')
    playTone('start', 0.5)
    expect(made).toHaveLength(2)
    expect(close).not.toHaveBeenCalled()
    made.at(-1)?.onended?.()
    expect(close).toHaveBeenCalledOnce()
  })

  it('does not sound later in a page that may not sound yet', () => {
    const { close } = stub('suspended')
    playTone('end', 0.5)
    expect(close).toHaveBeenCalledOnce()
  })

  it('opens nothing at volume 0, and does without what is not there', () => {
    const { made } = stub('running')
    playTone('start', 0)
    expect(made).toEqual([])
    vi.unstubAllGlobals()
    vi.stubGlobal('AudioContext', undefined)
    expect(() => playTone('start', 1)).not.toThrow()
  })
})
