/** A room drawn on screen, with lamps that behave: anyone can see every look before anything is paired. */
import { z } from 'zod'
import type { LightsDriver } from '../../ports/lights.ts'
import { formSchema } from '../formSchema.ts'
import { FlatConnection } from './flatConnection.ts'
import { DRIVER, smallFlat } from './smallFlat.ts'

const noSettings = z.object({})

export function simulatedRoom(): LightsDriver {
  return {
    id: DRIVER,
    get settingsSchema() {
      return formSchema(noSettings)
    },
    secrets: [],
    checkSettings: (given) =>
      noSettings.safeParse(given).success
        ? { ok: true, settings: {} }
        : { ok: false, field: '', problem: 'not_valid' },
    connect: (_settings, { clock }) => new FlatConnection(smallFlat, clock),
  }
}
