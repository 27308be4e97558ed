/** The tray and the shortcut open the door by the address, different each time; any other wish leaves it. */
import { useEffect, useRef } from 'react'

export interface PanicWishes {
  open(): void
  /** The person has asked for something else. */
  stepAside(): void
}

export function usePanicWish(wishes: PanicWishes): void {
  const newest = useRef(wishes)
  newest.current = wishes
  useEffect(() => {
    const isPanic = (hash: string) => hash.startsWith('#/panic-')
    const look = (asked: string) => {
      if (isPanic(window.location.hash)) {
        // A page that is loaded again was not asked again.
        window.history.replaceState(null, '', window.location.pathname + window.location.search)
        newest.current.open()
      } else if (asked !== '' && !isPanic(asked)) newest.current.stepAside()
    }
    // Whoever heard of another wish first may have taken it out of the address already.
    const onChange = ({ newURL }: HashChangeEvent) =>
      look(newURL ? new URL(newURL).hash : window.location.hash)
    look(window.location.hash)
    window.addEventListener('hashchange', onChange)
    return () => window.removeEventListener('hashchange', onChange)
  }, [])
}
