/** The tray and the shortcut open the door by the address, different each time. */
import { useEffect, useRef } from 'react'

export function usePanicWish(wish: () => void): void {
  const newest = useRef(wish)
  newest.current = wish
  useEffect(() => {
    const look = () => {
      if (!window.location.hash.startsWith('#/panic-')) return
      // A page that is loaded again was not asked again.
      window.history.replaceState(null, '', window.location.pathname + window.location.search)
      newest.current()
    }
    look()
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
}
