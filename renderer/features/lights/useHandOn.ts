/** Where the keyboard goes when what it stood on disappears: something near, instead of the top of the page. */
import { type RefObject, useLayoutEffect } from 'react'

/** Just before the element goes, if the keyboard is in it. */
export function useHandOn(element: RefObject<HTMLElement | null>, to: (from: HTMLElement) => Element | null) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it goes.
  useLayoutEffect(() => {
    const gone = element.current
    return () => {
      if (!gone?.contains(document.activeElement)) return
      const next = to(gone)
      if (!(next instanceof HTMLElement)) return
      // Nobody went there by key, so the whole page needs no ring.
      if (next.matches('main')) {
        next.dataset.placed = ''
        next.addEventListener('blur', () => delete next.dataset.placed, { once: true })
      }
      next.focus({ preventScroll: true })
    }
  }, [])
}

/** Where a page takes no keyboard itself, one writes. */
export const thePage = (): Element | null =>
  document.querySelector('main[tabindex]') ?? document.querySelector('main textarea')
