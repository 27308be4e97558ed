/** Web Audio without a loudspeaker: notes what was begun and stopped, on a clock a test moves. */
import { onTestFinished, vi } from 'vitest'

class FakeParam {
  value = 1
  readonly curves: { first: number; last: number; atSeconds: number; seconds: number }[] = []
  readonly targets: number[] = []

  setValueCurveAtTime(curve: Float32Array, atSeconds: number, seconds: number): void {
    this.curves.push({ first: curve[0] ?? 0, last: curve.at(-1) ?? 0, atSeconds, seconds })
  }

  setTargetAtTime(value: number): void {
    this.targets.push(value)
  }
}

class FakeNode {
  connect<Node>(next: Node): Node {
    return next
  }

  disconnect(): void {}
}

class FakeGain extends FakeNode {
  readonly gain = new FakeParam()
}

export class FakeSource extends FakeNode {
  buffer: { length: number } | null = null
  loop = false
  onended: (() => void) | null = null
  startedAt: number | null = null
  stopsAt: number | null = null

  start(atSeconds: number): void {
    this.startedAt = atSeconds
  }

  stop(atSeconds: number): void {
    this.stopsAt = atSeconds
  }
}

export class FakeAudioContext {
  /** What a browser does before anybody pressed anything. */
  static mayStart = true
  static readonly all: FakeAudioContext[] = []
  readonly destination = new FakeNode()
  readonly gains: FakeGain[] = []
  readonly sources: FakeSource[] = []
  currentTime = 0
  state: 'suspended' | 'running' | 'closed' = 'suspended'

  constructor() {
    FakeAudioContext.all.push(this)
  }

  async resume(): Promise<void> {
    if (!FakeAudioContext.mayStart) return new Promise(() => {})
    this.state = 'running'
  }

  async close(): Promise<void> {
    this.state = 'closed'
  }

  createGain(): FakeGain {
    const gain = new FakeGain()
    this.gains.push(gain)
    return gain
  }

  createWaveShaper() {
    return Object.assign(new FakeNode(), { curve: null })
  }

  createBufferSource(): FakeSource {
    const source = new FakeSource()
    this.sources.push(source)
    return source
  }

  createBuffer(channels: number, length: number) {
    const data = Array.from({ length: channels }, () => new Float32Array(length))
    return { length, getChannelData: (channel: number) => data[channel] ?? new Float32Array(length) }
  }

  /** Time goes on, and what was to stop has stopped. */
  pass(seconds: number): void {
    this.currentTime += seconds
    for (const source of this.sources) {
      if (source.stopsAt === null || source.stopsAt > this.currentTime) continue
      const { onended } = source
      source.onended = null
      onended?.()
    }
  }
}

/** Windows of one person, in one test and in no other. */
export class FakeChannel {
  static readonly all = new Set<FakeChannel>()
  onmessage: ((event: { data: unknown }) => void) | null = null

  constructor() {
    FakeChannel.all.add(this)
  }

  postMessage(data: unknown): void {
    for (const other of FakeChannel.all)
      if (other !== this) other.onmessage?.({ data: structuredClone(data) })
  }

  close(): void {
    FakeChannel.all.delete(this)
  }
}

export function fakeAudio(): typeof FakeAudioContext {
  FakeAudioContext.all.length = 0
  FakeAudioContext.mayStart = true
  FakeChannel.all.clear()
  vi.stubGlobal('AudioContext', FakeAudioContext)
  vi.stubGlobal('BroadcastChannel', FakeChannel)
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  return FakeAudioContext
}
