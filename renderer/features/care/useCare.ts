/** Care around a talk as it is now: own people, the plan, and what is due. */
import type { CareView } from '../../../electron/contract/care.ts'
import { useWatch, type Watch } from '../../watch.ts'

const careWatch: Watch<CareView, CareView> = {
  key: ['care'],
  open: (client, signal) => client.care.watch(undefined, { signal }),
  reduce: (_, view) => view,
}

/** Undefined until the engine has answered for the first time. */
export const useCare = (): CareView | undefined => useWatch(careWatch)
