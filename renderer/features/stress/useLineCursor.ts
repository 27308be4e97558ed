/** The moment one looks at on the line of a day: by pointer, by keys, and a stretch by dragging. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { shareOf, type TimeWindow } from './dayClock.ts'

const MINUTE_MS = 60_000
/** A press that moves less than this is a click, in CSS pixels. */
const LEAST_DRAG_PX = 6
/** A shorter stretch is a slip of the hand. */
const LEAST_STRETCH_MS = 2 * MINUTE_MS

export interface LineCursorParts {
  window: TimeWindow
  onExplain: (atMs: number) => void
  onSelect: (stretch: TimeWindow) => void
}

/** Where the pointer is, in whole minutes of the window. */
function pointerMs(event: PointerEvent<HTMLElement>, window: TimeWindow): number {
  const { left, width } = event.currentTarget.getBoundingClientRect()
  const share = width === 0 ? 0 : (event.clientX - left) / width
  return clamped(window.fromMs + share * (window.toMs - window.fromMs), window)
}

function clamped(atMs: number, window: TimeWindow): number {
  const minute = Math.round(atMs / MINUTE_MS) * MINUTE_MS
  return Math.max(window.fromMs, Math.min(window.toMs, minute))
}

/** Where a key leads to; null for a key that leads nowhere. */
export function keyMs(event: { key: string; shiftKey: boolean }, atMs: number, window: TimeWindow) {
  const step = (event.shiftKey ? 1 : 5) * MINUTE_MS
  const leads: Record<string, number> = {
    ArrowLeft: atMs - step,
    ArrowDown: atMs - step,
    ArrowRight: atMs + step,
    ArrowUp: atMs + step,
    PageDown: atMs - 60 * MINUTE_MS,
    PageUp: atMs + 60 * MINUTE_MS,
    Home: window.fromMs,
    End: window.toMs,
  }
  const next = leads[event.key]
  return next === undefined ? null : clamped(next, window)
}

function inOrder(a: number, b: number): TimeWindow {
  return { fromMs: Math.min(a, b), toMs: Math.max(a, b) }
}

export function useLineCursor({ window, onExplain, onSelect }: LineCursorParts) {
  const [atMs, setAtMs] = useState<number | null>(null)
  const [selected, setSelected] = useState<TimeWindow | null>(null)
  const press = useRef<{ x: number; atMs: number } | null>(null)

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    press.current = { x: event.clientX, atMs: pointerMs(event, window) }
    event.currentTarget.setPointerCapture?.(event.pointerId)
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const here = pointerMs(event, window)
    setAtMs(here)
    const { current } = press
    const isDrag = current !== null && Math.abs(event.clientX - current.x) >= LEAST_DRAG_PX
    if (isDrag || selected) setSelected(current ? inOrder(current.atMs, here) : null)
  }
  function onPointerUp(event: PointerEvent<HTMLElement>) {
    const begun = press.current
    press.current = null
    setSelected(null)
    if (begun === null) return
    if (selected === null) onExplain(pointerMs(event, window))
    else if (selected.toMs - selected.fromMs >= LEAST_STRETCH_MS) onSelect(selected)
  }
  function onPointerLeave() {
    if (press.current === null) setAtMs(null)
  }
  function onPointerCancel() {
    press.current = null
    setSelected(null)
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const here = atMs ?? window.toMs
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return onExplain(here)
    }
    const next = keyMs(event, here, window)
    if (next === null) return
    event.preventDefault()
    setAtMs(next)
  }

  const handlers = { onPointerDown, onPointerMove, onPointerUp, onPointerLeave, onPointerCancel, onKeyDown }
  const share = atMs === null ? null : shareOf(window, atMs)
  return { atMs, share, selected, handlers }
}
