/** The space bar pauses and goes on, unless it presses something or writes. */
import { useEffect, useRef } from 'react'

const takesSpace =
  'button, a, input, textarea, select, summary, [role="radio"], [role="option"], [contenteditable]'

export function useSpaceKey(press: () => void, isOn: boolean): void {
  const newest = useRef(press)
  newest.current = press
  useEffect(() => {
    if (!isOn) return
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest(takesSpace) !== null
      const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat
      if (event.key !== ' ' || isElsewhere || event.defaultPrevented || !isPlain) return
      // Else the page would scroll.
      event.preventDefault()
      newest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isOn])
}
