/** What the pause asks of a window, so that its rules can be tried without one. */
import type { Box } from '../windows/place.ts'
import type { WindowWanted } from './planBreakWindows.ts'

export interface BreakWindow {
  /** Puts it before the person; it does not take the keyboard. */
  show(): void
  takeFocus(): void
  /** Follows a display that changed; the corner window finds its own place and height. */
  place(bounds: Box | null): void
  destroy(): void
}

export interface BreakWindowEvents {
  /** Its page cannot be loaded, or its process has died. */
  failed(): void
  /** The person closes it. @returns whether it may go. */
  mayClose(): boolean
  /** It is gone, whoever closed it. */
  closed(): void
  /** Esc was pressed in it; what that means is the page's business, unless the engine is silent. */
  escaped(): void
}

export type MakeBreakWindow = (wanted: WindowWanted, events: BreakWindowEvents) => BreakWindow
