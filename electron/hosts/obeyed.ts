/** How an order went, and times as a sentence about it says them. */

/** 0: done · 1: refused, and the line says why. */
export interface Obeyed {
  code: 0 | 1
  line: string
}

export const done = (line: string): Obeyed => ({ code: 0, line })
export const refused = (line: string): Obeyed => ({ code: 1, line })

export function clock(atMs: number): string {
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const isToday = new Date(atMs).toDateString() === new Date().toDateString()
  return new Intl.DateTimeFormat(undefined, isToday ? time : { weekday: 'long', ...time }).format(atMs)
}
