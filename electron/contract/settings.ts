/** What a person can change, in one document with defaults for everything. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { sharedProcedure } from './procedure.ts'

export const settingsDocument = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** ISO 3166-1 alpha-2 for helplines; null = as the operating system says. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  /** Electron accelerator of the global shortcut; null = none. */
  shortcut: z.string().max(60).nullable().default('CommandOrControl+Shift+Space'),
  /** Start with the computer. */
  openAtLogin: z.boolean().default(false),
  /** Epoch milliseconds at which the person read and accepted the first-run notice; null = not yet. */
  noticeAcceptedAt: z.number().int().nullable().default(null),
})
export type Settings = z.infer<typeof settingsDocument>

/** A change of some settings; absent keys stay as they are. */
export const settingsPatch = z
  .object({
    theme: z.enum(['system', 'light', 'dark']),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    shortcut: z.string().max(60).nullable(),
    openAtLogin: z.boolean(),
    noticeAcceptedAt: z.number().int().nullable(),
  })
  .partial()
  .strict()

export const settings = {
  current: sharedProcedure.output(settingsDocument),
  watch: sharedProcedure.output(eventIterator(settingsDocument)),
  change: sharedProcedure.input(settingsPatch).output(settingsDocument),
}
