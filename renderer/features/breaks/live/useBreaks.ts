/** Pauses as they are now: what is offered, what is running, and whether it is asked how it was. */
import type { BreakView } from '../../../../electron/contract/breaks.ts'
import { useWatch, type Watch } from '../../../watch.ts'

const breaksWatch: Watch<BreakView, BreakView> = {
  key: ['breaks'],
  open: (client, signal) => client.breaks.watch(undefined, { signal }),
  reduce: (_, state) => state,
}

/** Undefined until the engine has answered for the first time. */
export const useBreaks = (): BreakView | undefined => useWatch(breaksWatch)
