/** Small clocks of the page: what shows only after a while, and the time as words need it. */
import { useEffect, useState } from 'react'

/** True once `on` has held for `afterMs` without a break. */
export function useLasting(on: boolean, afterMs: number): boolean {
  const [lasted, setLasted] = useState(false)
  useEffect(() => {
    if (!on) return
    const timer = setTimeout(() => setLasted(true), afterMs)
    return () => {
      clearTimeout(timer)
      setLasted(false)
    }
  }, [on, afterMs])
  return on && lasted
}

/** The time now, looked at again every minute. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
