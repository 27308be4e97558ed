/** True once the page has had time to itself: what may be needed later is fetched then. */
import { useEffect, useState } from 'react'

/** A page that never rests gets it after this long all the same. */
const LATEST_MS = 2000
const SOON_MS = 200

export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    const done = () => setIdle(true)
    if (typeof window.requestIdleCallback !== 'function') {
      const timer = setTimeout(done, SOON_MS)
      return () => clearTimeout(timer)
    }
    const asked = window.requestIdleCallback(done, { timeout: LATEST_MS })
    return () => window.cancelIdleCallback(asked)
  }, [])
  return isIdle
}
