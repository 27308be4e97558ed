/** Opens, follows and closes the windows of a pause; whatever fails, the desktop is the person's again within seconds. */
import type { BreakView, RunningBreakView } from '../../contract/breaks.ts'
import type { MakeBreakWindow } from './breakWindow.ts'
import { OpenWindow } from './openWindow.ts'
import {
  type BreakForm,
  type Display,
  isOverlay,
  planBreakWindows,
  type WindowWanted,
} from './planBreakWindows.ts'

/** An engine that comes back within this goes on with the pause; without one it is over. */
export const ENGINE_BACK_WITHIN_MS = 3_000
/** A pause is over so long after its end, even when nobody says so. */
export const OVER_AFTER_END_MS = 3_000
/** Until then keys go where they went before; whoever types when a pause begins loses none of them. */
export const FOCUS_AFTER_MS = 400
/** An engine that has not answered after this is taken for one that cannot. */
export const ANSWERS_WITHIN_MS = 1_500

export interface BreakWindowsParts {
  make: MakeBreakWindow
  displays(): readonly Display[]
  /** Id of the display with the pointer. */
  pointerDisplay(): string
  /** Whether a window of Lull has the keyboard. */
  hasFocus(): boolean
  /** Remembers who has the keyboard. @returns what gives it back. */
  keepFocus(): () => void
  notDrawn(id: number, slot: string): void
  /** @throws when the engine refuses, or is gone. */
  finish(id: number): Promise<unknown>
  /** Resolves when the engine answers anything at all. */
  askEngine(): Promise<unknown>
  nowMs(): number
}

const keyOf = ({ slot, about }: WindowWanted) => `${slot} ${about ? `${about.id} ${about.stage}` : 'ready'}`

export class BreakWindows {
  readonly #parts: BreakWindowsParts
  readonly #open = new Map<string, OpenWindow>()
  /** Closed by the person, or given up: not opened again for the same. */
  readonly #putAway = new Set<string>()
  #view: BreakView | null = null
  #form: BreakForm = 'corner'
  /** A break that has no windows any more, whatever the last view says. */
  #overId: number | null = null
  /** The break that runs on without windows, for help was asked for. */
  #gaveWayId: number | null = null
  #gone: NodeJS.Timeout | undefined
  #over: NodeJS.Timeout | undefined
  #focus: NodeJS.Timeout | undefined
  #hadFocus = false
  #giveFocusBack: (() => void) | null = null

  constructor(parts: BreakWindowsParts) {
    this.#parts = parts
  }

  follow(view: BreakView): void {
    clearTimeout(this.#gone)
    this.#gone = undefined
    this.#view = view
    this.#expectEnd(view.running)
    const isIdle = !view.running && !view.offer && !view.rating && !view.waiting && !view.snoozed
    if (isIdle) this.#putAway.clear()
    this.#apply()
  }

  useForm(form: BreakForm): void {
    this.#form = form
    this.#apply()
  }

  /** Somebody asked for help: nothing covers it, however strict the pause. What runs goes on without its windows. */
  giveWay(): void {
    this.#gaveWayId = this.#view?.running?.id ?? null
    this.#apply()
  }

  displaysChanged(): void {
    this.#apply()
    for (const window of this.#open.values()) window.place()
  }

  /** The connection ended; what the engine said last holds for a moment. */
  engineGone(): void {
    this.#gone ??= setTimeout(() => this.stop(), ENGINE_BACK_WITHIN_MS)
  }

  stop(): void {
    clearTimeout(this.#gone)
    this.#gone = undefined
    clearTimeout(this.#over)
    this.#view = null
    this.#apply()
  }

  #apply(): void {
    const view = this.#view
    const wanted = view ? this.#wanted(view) : []
    // Looked at before the small window goes, whose button may have begun the pause.
    if (wanted.some(isOverlay) && !this.#hasOverlay()) this.#hadFocus = this.#parts.hasFocus()
    for (const window of [...this.#open.values()]) {
      if (!wanted.some((one) => window.serves(one))) this.#close(window)
    }
    for (const one of wanted) {
      const window = this.#open.get(one.slot) ?? this.#make(one)
      window?.follow(one, view?.drawn ?? [])
    }
    if (!this.#hasOverlay()) this.#endFocus()
  }

  #hasOverlay(): boolean {
    return [...this.#open.values()].some((one) => one.isOverlay)
  }

  #wanted(view: BreakView): WindowWanted[] {
    return planBreakWindows(view, this.#parts.displays(), this.#form)
      .filter(({ about }) => about?.stage !== 'running' || !this.#isHidden(about.id))
      .filter((one) => !this.#putAway.has(keyOf(one)))
  }

  #isHidden(id: number): boolean {
    return id === this.#overId || id === this.#gaveWayId
  }

  #make(wanted: WindowWanted): OpenWindow {
    const window: OpenWindow = new OpenWindow(this.#parts.make, wanted, {
      shown: () => this.#shown(window),
      failed: () => this.#failed(window),
      mayClose: () => this.#mayClose(window),
      closed: () => this.#closed(window),
      escaped: () => void this.#escaped(window),
    })
    this.#open.set(wanted.slot, window)
    return window
  }

  #close(window: OpenWindow): void {
    this.#open.delete(window.slot)
    window.destroy()
  }

  #remember({ slot, about }: OpenWindow): void {
    this.#putAway.add(keyOf({ slot, about } as WindowWanted))
  }

  #failed(window: OpenWindow): void {
    this.#remember(window)
    this.#open.delete(window.slot)
    if (window.about) this.#parts.notDrawn(window.about.id, window.slot)
    this.#apply()
    if (this.#giveFocusBack) this.#focusOverlay()
  }

  /** The small window may always go, and that is no answer; closing the overlay is the way back to work. */
  #mayClose(window: OpenWindow): boolean {
    const running = this.#view?.running
    if (!window.isOverlay || !window.about || running?.id !== window.about.id) return true
    if (running.isStrict && this.#parts.nowMs() < running.endsAtMs) return false
    const { id } = window.about
    inTime(this.#parts.finish(id)).catch(() => this.#giveUp(id))
    return false
  }

  #closed(window: OpenWindow): void {
    if (this.#open.get(window.slot) !== window) return
    this.#remember(window)
    this.#open.delete(window.slot)
    this.#apply()
  }

  /** The page answers Esc. Where the engine cannot, nobody may be left behind an overlay. */
  async #escaped(window: OpenWindow): Promise<void> {
    const running = this.#view?.running
    if (!window.isOverlay || !window.about || running?.isStrict) return
    const { id } = window.about
    await inTime(this.#parts.askEngine()).catch(() => this.#giveUp(id))
  }

  #shown(window: OpenWindow): void {
    if (!window.isOverlay || this.#giveFocusBack) return
    // Who has just pressed a button of Lull types nowhere else.
    const afterMs = this.#hadFocus ? 0 : FOCUS_AFTER_MS
    this.#giveFocusBack = this.#parts.keepFocus()
    this.#focus = setTimeout(() => this.#focusOverlay(), afterMs)
  }

  #focusOverlay(): void {
    const overlays = [...this.#open.values()].filter((one) => one.isOverlay && one.isShown)
    const pointed = overlays.find(({ slot }) => slot === this.#parts.pointerDisplay())
    ;(pointed ?? overlays[0])?.takeFocus()
  }

  #endFocus(): void {
    clearTimeout(this.#focus)
    this.#giveFocusBack?.()
    this.#giveFocusBack = null
  }

  #expectEnd(running: RunningBreakView | null): void {
    clearTimeout(this.#over)
    if (!running) return
    const leftMs = running.endsAtMs - this.#parts.nowMs()
    // Said anew with time left, such as after the clock was set: it is not over after all.
    if (leftMs > 0 && this.#overId === running.id) this.#overId = null
    this.#over = setTimeout(() => this.#giveUp(running.id), Math.max(0, leftMs) + OVER_AFTER_END_MS)
  }

  #giveUp(id: number): void {
    this.#overId = id
    this.#apply()
  }
}

/** @throws when no answer came in time. */
function inTime<Value>(answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ANSWERS_WITHIN_MS)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
