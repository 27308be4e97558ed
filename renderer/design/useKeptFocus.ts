/** Keeps the keyboard near when what had it goes away: a button that did its work, a field that was filled. */
import { type RefObject, useLayoutEffect } from 'react'

/** @param next what gets the keyboard then, within the place. */
export function useKeptFocus(place: RefObject<HTMLElement | null>, next: string): void {
  // Asked while drawing, for afterwards nobody knows any more where it was.
  const had = place.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (!had || document.activeElement !== document.body) return
    place.current?.querySelector<HTMLElement>(next)?.focus()
  })
}
