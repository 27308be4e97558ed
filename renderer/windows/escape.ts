/** Who may take Esc: what lies over the window first, then what only waits beside it. */
import { useEffect, useRef } from 'react'

/** What takes Esc for itself; a notice, which lies over nothing, does not. */
const overlays = '[role="dialog"]:not([aria-modal="false"]), [role="menu"], [role="listbox"]'

/** To be asked while capturing: a menu that closes on this very key is still there to be seen. */
export const isEscapeFree = (event: KeyboardEvent): boolean =>
  event.key === 'Escape' &&
  !event.defaultPrevented &&
  !event.isComposing &&
  document.querySelector(overlays) === null

/** Calls when Esc is pressed and nothing lies over the window; others may act on the same press. */
export function useFreeEscape(act: () => void): void {
  const newest = useRef(act)
  newest.current = act
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isEscapeFree(event)) newest.current()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}
