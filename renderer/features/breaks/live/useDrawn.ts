/** Tells the engine that a window has really drawn what it was opened for, so that none stays blank before a person. */
import { useEffect } from 'react'
import { useClient, useLinkState } from '../../../watch.ts'

/**
 * @param what a name that changes when something else is drawn.
 * @param display as the shell named it; `corner` for the small window.
 */
export function useDrawn(what: string | null, id: number | null, display: string): void {
  const client = useClient()
  const link = useLinkState()
  // An engine that was started again has not heard of it.
  const generation = link.state === 'connected' ? link.generation : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn changes it as well.
  useEffect(() => {
    if (id === null || generation === null) return
    let frame = requestAnimationFrame(() => {
      // The second frame begins when the first is on the screen.
      frame = requestAnimationFrame(() => void client.breaks.drawn({ id, display }).catch(() => {}))
    })
    return () => cancelAnimationFrame(frame)
  }, [client, what, id, display, generation])
}
