/** Times and time zones as lines at the inspecting door write them. */
import { z } from 'zod'
import { isZone } from './timeZone.ts'

const MS_2100 = 4_102_444_800_000

/** ISO 8601 with its offset, with seconds or without, or epoch ms. */
export const lineTime = z.union(
  [
    z.number().min(0).max(MS_2100).transform(Math.round),
    z
      .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])
      .transform((text) => Date.parse(text)),
  ],
  { error: 'expected ISO 8601 with an offset, or epoch ms' },
)

/** IANA name. */
export const lineZone = z.string().refine(isZone, { error: 'nobody knows a time zone of this name' })
