/** Esc is the way out, unless something that lies over the view takes it. */
import { type RefObject, useEffect, useRef } from 'react'

const overlays = '[role="dialog"], [role="menu"], [role="listbox"]'

export function useEscapeLeaves(view: RefObject<HTMLElement | null>, leave: () => void): void {
  const newest = useRef(leave)
  newest.current = leave
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      const isCovered = [...document.querySelectorAll(overlays)].some(
        (one) => !view.current?.contains(one) && one !== view.current && !one.closest('[inert]'),
      )
      if (isCovered) return
      event.preventDefault()
      newest.current()
    }
    // While capturing: what closes on this very key is still there to be seen.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [view])
}
