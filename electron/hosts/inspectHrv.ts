/** `inspect hrv`: one list of intervals in, the judged window out, straight from core. */
import { z } from 'zod'
import { hrvWindow } from '../core/hrv/hrvWindow.ts'
import { sentence } from './inspectInput.ts'

/** More than a day and a half of beats. */
const MOST_INTERVALS = 200_000

const line = z.object({
  id: z.union([z.string().max(200), z.number()]),
  rrMs: z.array(z.number().nullable()).max(MOST_INTERVALS),
})

/** @param raw skips cleaning and refusing, to see what they change. */
export function hrvAnswer(raw: boolean): (value: unknown) => unknown {
  return (value) => {
    const parsed = line.safeParse(value)
    if (!parsed.success) throw new Error(sentence(parsed.error))
    const { id, rrMs } = parsed.data
    const { refused, steady: _, ...window } = hrvWindow(rrMs, { raw })
    return { id, ...window, ...(refused.length > 0 && { refused }) }
  }
}
