/** Keeps the newest words in sight while the person is at the bottom, and leaves them alone when they scrolled up. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Marks a newest message that should be read from its beginning when it does not fit. */
export const readFromStart = { 'data-read-from-start': true }

/** Where the scroller belongs while it sticks: at the end, or at the start of words that must be seen first. */
function restingTopPx(scroller: HTMLElement): number {
  const endPx = scroller.scrollHeight - scroller.clientHeight
  const marked = scroller.querySelector<HTMLElement>('li[data-read-from-start]:last-child')
  if (!marked) return endPx
  const originPx = scroller.getBoundingClientRect().top - scroller.scrollTop
  const startPx = marked.getBoundingClientRect().top - originPx - marginPx
  const mustSee = marked.querySelector('[data-must-see]')
  const neededPx = mustSee
    ? mustSee.getBoundingClientRect().bottom - originPx - scroller.clientHeight + marginPx
    : 0
  return Math.min(endPx, Math.max(0, startPx, neededPx))
}

const marginPx = 12

/** Marks what must be in sight at once, even if the beginning of the words above it is not. */
export const mustSee = { 'data-must-see': true }

/** Within this distance of the end, the person counts as being there. */
const nearPx = 48

export interface BottomSticking {
  scrollRef: RefObject<HTMLDivElement | null>
  contentRef: RefObject<HTMLDivElement | null>
  isAtBottom: boolean
  /** True once something has scrolled out at the top. */
  isScrolled: boolean
  toBottom(): void
}

/** `isOff` while there is nothing said yet, so that what is offered instead is read from its top. */
export function useStickToBottom(resetKey: string, isOff: boolean): BottomSticking {
  const scrollRef = useRef<HTMLDivElement>(null)
  const contentRef = useRef<HTMLDivElement>(null)
  const sticks = useRef(true)
  const off = useRef(isOff)
  off.current = isOff
  const [isAtBottom, setAtBottom] = useState(true)
  const [isScrolled, setScrolled] = useState(false)

  const toBottom = useCallback(() => {
    sticks.current = true
    setAtBottom(true)
    const scroller = scrollRef.current
    if (scroller && !off.current) scroller.scrollTop = restingTopPx(scroller)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another talk starts at its newest words.
  useLayoutEffect(toBottom, [toBottom, resetKey])

  useEffect(() => {
    const scroller = scrollRef.current
    const content = contentRef.current
    if (!scroller || !content) return
    let lastTopPx = scroller.scrollTop
    const look = () => {
      const topPx = scroller.scrollTop
      if (topPx > restingTopPx(scroller) - nearPx) sticks.current = true
      // Only moving up lets go: words that arrive between a scroll and its event do not.
      else if (topPx < lastTopPx) sticks.current = false
      lastTopPx = topPx
      setAtBottom(sticks.current || off.current)
      setScrolled(scroller.scrollTop > 4)
    }
    scroller.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(() => {
      if (sticks.current && !off.current) {
        scroller.scrollTop = Math.max(scroller.scrollTop, restingTopPx(scroller))
      }
      look()
    })
    observer.observe(content)
    observer.observe(scroller)
    return () => {
      scroller.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [])

  return { scrollRef, contentRef, isAtBottom, isScrolled, toBottom }
}
