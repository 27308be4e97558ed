/** Safety on the wire: helplines of the person's country, and the protocol Lull follows. */
import { z } from 'zod'
import {
  type CareCard,
  type CountryHelp,
  type Helpline,
  kinds,
  type Opinion,
  type OwnHelp,
  purposes,
  tiers,
} from '../core/safety/tier.ts'
import { procedure } from './procedure.ts'

export const tier = z.enum(tiers)
export const kind = z.enum(kinds)

export const opinion = z.object({
  layer: z.enum(['ngrams', 'encoder', 'model']),
  tier: z.enum(['concern', 'high', 'imminent']),
  kinds: z.array(kind),
  probability: z.number().min(0).max(1),
}) satisfies z.ZodType<Opinion>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

const opening = z.object({
  zone: z.string().min(1).max(64),
  spans: z
    .array(z.object({ days: z.array(z.number().int().min(1).max(7)).min(1).max(7), from: time, to: time }))
    .min(1)
    .max(14),
})

export const helpline = z.object({
  name: z.string(),
  purpose: z.enum(purposes),
  shown: z.string(),
  dialable: z.string(),
  sms: z.object({ to: z.string(), body: z.string().nullable() }).nullable(),
  url: z.string().nullable(),
  languages: z.array(z.string()),
  alwaysOpen: z.boolean(),
  hours: z.string().nullable(),
  opening: opening.optional(),
  free: z.boolean(),
  about: z.string(),
  verifiedOn: z.string(),
  sourceUrl: z.string(),
  confirmed: z.boolean(),
}) satisfies z.ZodType<Helpline>

/** Cards kept by an older version do not say what a line is for, nor whether it was compared with its source. */
const keptHelpline = helpline.extend({
  purpose: helpline.shape.purpose.default('general'),
  confirmed: helpline.shape.confirmed.default(false),
})

const number = z.object({ shown: z.string(), dialable: z.string() })

export const countryHelp = z.object({
  country: z.string(),
  name: z.string(),
  emergency: number,
  otherEmergency: z
    .array(number.extend({ for: z.enum(['ambulance', 'police']) }))
    .min(1)
    .max(4)
    .optional(),
  lines: z.array(helpline),
  harmLines: z.array(helpline),
  poisonLines: z.array(helpline),
}) satisfies z.ZodType<CountryHelp>

const ownHelp = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  how: z.string().nullable(),
  professional: z.boolean(),
}) satisfies z.ZodType<OwnHelp>

export const careCard = z.object({
  tier,
  country: z.string().nullable(),
  countryName: z.string().nullable(),
  emergencyFirst: z.boolean(),
  emergency: number.nullable(),
  lines: z.array(keptHelpline),
  own: z.array(ownHelp).optional(),
  professional: z.string().optional(),
  trusted: z.string().optional(),
}) satisfies z.ZodType<CareCard>

export const safety = {
  /** Countries with lines of their own, and the one in use: set by the person, or read from the system. */
  countries: procedure.output(
    z.object({
      countries: z.array(z.object({ country: z.string(), name: z.string() })),
      current: z.string().nullable(),
      source: z.enum(['setting', 'system', 'unknown']),
    }),
  ),
  /** Lines of one country, or of the current one. */
  helplines: procedure
    .input(z.object({ country: z.string().length(2).optional() }))
    .output(countryHelp.nullable()),
  /** What Lull does when it hears something serious: versioned text for the page "How this works". */
  protocol: procedure.output(z.object({ version: z.string(), markdown: z.string() })),
}
