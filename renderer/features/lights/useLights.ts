/** The lights as they are, for every page that shows or changes them. */
import type { LightsView } from '../../../electron/contract/lights.ts'
import { useWatch, type Watch } from '../../watch.ts'

const lightsWatch: Watch<LightsView, LightsView> = {
  key: ['lights'],
  open: (client, signal) => client.lights.watch(undefined, { signal }),
  reduce: (_, state) => state,
}

/** Undefined until the engine has answered for the first time. */
export const useLights = (): LightsView | undefined => useWatch(lightsWatch)
