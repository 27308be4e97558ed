/** Esc as the way out of a window, unless something in it took the key for itself. */
import { useEffect, useRef } from 'react'

export function useEscape(leave: () => void): void {
  const newest = useRef(leave)
  newest.current = leave
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) newest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
