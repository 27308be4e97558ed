/** Somebody may be typing or clicking when something appears: what they press in its first moment was not meant for it. */
import { useEffect } from 'react'

export const SETTLING_MS = 400
const swallowed = ['keydown', 'keyup', 'keypress', 'pointerdown', 'click'] as const

/** @param what a name that changes when something new appears; null: nothing is there. */
export function useSettling(what: string | null, where: () => EventTarget | null): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it is stays the same for as long as what it is.
  useEffect(() => {
    const target = where()
    if (what === null || target === null) return
    // A window that is shown later appears then.
    let sinceMs = performance.now()
    const appear = () => {
      sinceMs = performance.now()
    }
    const swallow = (event: Event) => {
      if (performance.now() - sinceMs >= SETTLING_MS) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    for (const name of swallowed) target.addEventListener(name, swallow, { capture: true })
    document.addEventListener('visibilitychange', appear)
    return () => {
      for (const name of swallowed) target.removeEventListener(name, swallow, { capture: true })
      document.removeEventListener('visibilitychange', appear)
    }
  }, [what])
}
