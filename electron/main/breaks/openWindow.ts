/** One window of a pause from being made until it has drawn: shown as soon as there is something to see, given up when nothing comes. */
import type { BreakWindow, BreakWindowEvents, MakeBreakWindow } from './breakWindow.ts'
import { type About, isOverlay, type WindowWanted } from './planBreakWindows.ts'

/** A window that has not drawn by then would only be in the way. */
export const DRAW_WITHIN_MS = 2_000
/** A page that waits to be seen before it draws is shown after this, plain as it is. */
export const SHOWN_ANYWAY_MS = 700

export interface OpenWindowEvents extends BreakWindowEvents {
  shown(): void
}

export class OpenWindow {
  readonly slot: string
  about: About | null = null
  isShown = false
  readonly isOverlay: boolean
  readonly #window: BreakWindow
  readonly #events: OpenWindowEvents
  #isDrawn = false
  #isGone = false
  #patience: NodeJS.Timeout | undefined
  #showAnyway: NodeJS.Timeout | undefined

  constructor(make: MakeBreakWindow, wanted: WindowWanted, events: OpenWindowEvents) {
    this.slot = wanted.slot
    this.isOverlay = isOverlay(wanted)
    this.#events = events
    this.#window = make(wanted, {
      ...events,
      failed: () => this.#fail(),
      closed: () => {
        this.#settle()
        this.#isGone = true
        events.closed()
      },
    })
    this.follow(wanted, [])
  }

  /** Whether what is wanted is what this window is there for, or was made ready for. */
  serves({ slot, about }: WindowWanted): boolean {
    if (slot !== this.slot) return false
    return this.about === null || this.about.id === about?.id
  }

  follow(wanted: WindowWanted, drawn: readonly string[]): void {
    const isNew = this.about === null && wanted.about !== null
    this.about = wanted.about
    if (isOverlay(wanted)) this.#window.place(wanted.bounds)
    if (isNew) {
      this.#patience = setTimeout(() => this.#fail(), DRAW_WITHIN_MS)
      this.#showAnyway = setTimeout(() => this.#show(), SHOWN_ANYWAY_MS)
    }
    if (this.about !== null && drawn.includes(this.slot) && !this.#isDrawn) {
      this.#isDrawn = true
      this.#settle()
      this.#show()
    }
  }

  /** The displays have changed. */
  place(): void {
    if (!this.isOverlay && this.isShown) this.#window.place(null)
  }

  takeFocus(): void {
    if (!this.#isGone) this.#window.takeFocus()
  }

  destroy(): void {
    this.#settle()
    if (this.#isGone) return
    this.#isGone = true
    this.#window.destroy()
  }

  #show(): void {
    if (this.isShown || this.#isGone) return
    this.isShown = true
    this.#window.show()
    this.#events.shown()
  }

  #fail(): void {
    if (this.#isGone) return
    this.destroy()
    this.#events.failed()
  }

  #settle(): void {
    clearTimeout(this.#patience)
    clearTimeout(this.#showAnyway)
  }
}
