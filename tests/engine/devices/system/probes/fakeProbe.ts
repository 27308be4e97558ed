/** Probe processes that do what a test says, and a start that counts them. */
import type { ProbeKind, ProbeProcess } from '../../../../../electron/engine/ports/probes.ts'

export class FakeProbe implements ProbeProcess {
  readonly kind: ProbeKind
  posted: unknown[] = []
  hasEnded = false
  readonly ended: ProbeProcess['ended']
  #listeners: ((message: unknown) => void)[] = []
  #end: (how: { expected: boolean; detail: string }) => void = () => {}

  constructor(kind: ProbeKind) {
    this.kind = kind
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#listeners.push(listener)
  }

  post(message: unknown): void {
    this.posted.push(message)
  }

  end(): void {
    this.hasEnded = true
    this.#end({ expected: true, detail: 'told to end' })
  }

  say(message: unknown): void {
    for (const listener of this.#listeners) listener(message)
  }

  crash(detail: string): void {
    this.#end({ expected: false, detail })
  }
}

export function fakeProbes() {
  const started: FakeProbe[] = []
  const startProbe = async (kind: ProbeKind): Promise<ProbeProcess> => {
    const probe = new FakeProbe(kind)
    started.push(probe)
    return probe
  }
  return { started, startProbe }
}
