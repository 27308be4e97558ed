/** Safety on the wire: helplines of the person's country, and the protocol Lull follows. */
import { z } from 'zod'
import { type CareCard, type CountryHelp, type Helpline, kinds, tiers } from '../core/safety/tier.ts'
import { procedure } from './procedure.ts'

export const tier = z.enum(tiers)
export const kind = z.enum(kinds)

export const helpline = z.object({
  name: z.string(),
  shown: z.string(),
  dialable: z.string(),
  sms: z.object({ to: z.string(), body: z.string().nullable() }).nullable(),
  url: z.string().nullable(),
  languages: z.array(z.string()),
  alwaysOpen: z.boolean(),
  hours: z.string().nullable(),
  free: z.boolean(),
  about: z.string(),
  verifiedOn: z.string(),
  sourceUrl: z.string(),
}) satisfies z.ZodType<Helpline>

const number = z.object({ shown: z.string(), dialable: z.string() })

export const countryHelp = z.object({
  country: z.string(),
  name: z.string(),
  emergency: number,
  lines: z.array(helpline),
  harmLines: z.array(helpline),
  poisonLines: z.array(helpline),
}) satisfies z.ZodType<CountryHelp>

export const careCard = z.object({
  tier,
  country: z.string().nullable(),
  countryName: z.string().nullable(),
  emergencyFirst: z.boolean(),
  emergency: number.nullable(),
  lines: z.array(helpline),
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
