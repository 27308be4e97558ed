/** The shell as a client: what the tray shows, and the few things only it can do when a page asks. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure, shellProcedure } from './procedure.ts'

/** What the popup is opened for; `panic`: help for a hard moment. */
const popupWish = z.enum(['talk', 'newTalk', 'checkin', 'panic'])
export type PopupWish = z.infer<typeof popupWish>

export const shellRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('openWindow'),
    id: z.uuid(),
    window: z.literal('home'),
    place: z.string().max(60),
  }),
  z.object({ kind: z.literal('openPopup'), id: z.uuid(), wish: popupWish }),
  z.object({ kind: z.literal('chooseModelFile'), id: z.uuid() }),
])
export type ShellRequest = z.infer<typeof shellRequest>

export const shell = {
  /** What the tray shows, then every change, with requests of pages as they come. */
  watch: shellProcedure.output(
    eventIterator(
      z.discriminatedUnion('type', [
        z.object({
          type: z.literal('tray'),
          lamp: z.enum(['off', 'resting', 'waking', 'writing']),
          modelTitle: z.string().nullable(),
          shortcut: z.string().nullable(),
          /** Whether anything senses now; `until` ends a pause, null = until switched on again. */
          sensing: z.object({ state: z.enum(['on', 'paused', 'off']), until: z.number().int().nullable() }),
          /** A check-in is offered now. */
          checkinDue: z.boolean(),
        }),
        z.object({ type: z.literal('request'), request: shellRequest }),
      ]),
    ),
  ),
  /** The shell's answer to a request, such as the chosen file's path (null = cancelled). */
  answer: shellProcedure
    .input(z.object({ id: z.uuid(), value: z.string().max(4096).nullable() }))
    .output(z.object({})),
  /** Opens the home window at a place ("models", "settings"). @throws SHELL_MISSING in a browser. */
  openHome: procedure.input(z.object({ place: z.string().max(60) })).output(z.object({})),
  /** Opens the popup, whatever window asks. @throws SHELL_MISSING in a browser. */
  openPopup: procedure.input(z.object({ wish: popupWish })).output(z.object({})),
  /** Asks the shell to let the person choose a .gguf. @throws SHELL_MISSING in a browser. */
  chooseModelFile: procedure.output(z.object({ path: z.string().nullable() })),
  /** Whether a shell is there at all, so that a page knows what it can offer. */
  about: procedure.output(z.object({ present: z.boolean(), appVersion: z.string(), platform: z.string() })),
}
