/** The tray's "How are you?" comes to the popup as a change of its address, different each time. */
import { useEffect, useRef } from 'react'

export function useCheckinWish(wish: () => void): void {
  const newest = useRef(wish)
  newest.current = wish
  useEffect(() => {
    const look = () => {
      if (!window.location.hash.startsWith('#/checkin-')) return
      // A page that is loaded again was not asked again.
      window.history.replaceState(null, '', window.location.pathname + window.location.search)
      newest.current()
    }
    look()
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
}
