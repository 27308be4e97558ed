/** Speaks for the pages to the shell: what the tray shows, and requests only the shell can fulfil. */
import { randomUUID } from 'node:crypto'
import type { PopupWish, ShellRequest } from '../../../contract/shell.ts'
import { EngineError } from '../../errors.ts'
import type { Clock } from '../../ports/clock.ts'

/** A person may look for a file for a while; after this the page is told that nothing was chosen. */
export const ANSWER_WITHIN_MS = 5 * 60_000

export interface Tray {
  type: 'tray'
  lamp: 'off' | 'resting' | 'waking' | 'writing'
  modelTitle: string | null
  shortcut: string | null
  /** `until`: end of a pause, epoch ms; null = until switched on again. */
  sensing: { state: 'on' | 'paused' | 'off'; until: number | null }
  checkinDue: boolean
}
export type ShellMessage = Tray | { type: 'request'; request: ShellRequest }

interface Pending {
  settle(value: string | null): void
  fail(error: EngineError): void
}

export class ShellService {
  readonly #shells: ((message: ShellMessage) => void)[] = []
  readonly #pending = new Map<string, Pending>()
  readonly #clock: Clock
  #shown = ''

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get present(): boolean {
    return this.#shells.length > 0
  }

  /** A shell listens; the last one to come is the one that is asked. */
  connect(push: (message: ShellMessage) => void): () => void {
    this.#shells.push(push)
    return () => {
      this.#shells.splice(this.#shells.indexOf(push), 1)
      if (this.#shells.length > 0) return
      for (const pending of [...this.#pending.values()]) pending.fail(shellMissing())
    }
  }

  /** Told at every change of anything it may show; the shell hears only of real ones. */
  showTray(tray: Tray): void {
    const shown = JSON.stringify(tray)
    if (shown === this.#shown) return
    this.#shown = shown
    for (const push of this.#shells) push(tray)
  }

  openHome(place: string): void {
    this.#ask({ kind: 'openWindow', id: randomUUID(), window: 'home', place })
  }

  openPopup(wish: PopupWish): void {
    this.#ask({ kind: 'openPopup', id: randomUUID(), wish })
  }

  async chooseModelFile(): Promise<string | null> {
    const id = randomUUID()
    this.#ask({ kind: 'chooseModelFile', id })
    return await new Promise((resolve, reject) => {
      const finish = <Value>(then: (value: Value) => void) => {
        return (value: Value) => {
          cancelTimer()
          this.#pending.delete(id)
          then(value)
        }
      }
      const pending = { settle: finish(resolve), fail: finish<EngineError>(reject) }
      const cancelTimer = this.#clock.after(ANSWER_WITHIN_MS, () => pending.settle(null))
      this.#pending.set(id, pending)
    })
  }

  /** An answer to a request that was settled before is ignored. */
  answer(id: string, value: string | null): void {
    this.#pending.get(id)?.settle(value)
  }

  stop(): void {
    for (const pending of [...this.#pending.values()]) pending.settle(null)
  }

  #ask(request: ShellRequest): void {
    const push = this.#shells.at(-1)
    if (!push) throw shellMissing()
    push({ type: 'request', request })
  }
}

function shellMissing(): EngineError {
  return new EngineError('SHELL_MISSING', 'This needs the Lull app; a browser tab cannot do it.')
}
