/** What Lull must know of a broker, checked before anything is sent to it; the form is drawn from this schema. */
import { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import type { SettingsCheck } from '../../ports/vitals.ts'

/** A name, an IPv4 or an IPv6 address; no scheme, no port, no path. */
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,252})|\[?[0-9a-f:.]*:[0-9a-f:.]*(?:%[\w.-]+)?\]?)$/iu
const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

function isCertificates(text: string): boolean {
  const blocks = text.match(PEM_BLOCK) ?? []
  try {
    for (const block of blocks) new X509Certificate(block)
    return blocks.length > 0
  } catch {
    return false
  }
}

/** An empty field of a form is one that was not filled in. */
const optionalText = (most: number) =>
  z
    .string('not_text')
    .max(most, 'too_long')
    .nullable()
    .default(null)
    .transform((text) => (text === '' ? null : text))

export const brokerSettings = z.object({
  host: z
    .string('missing')
    .trim()
    .min(1, 'missing')
    .max(255, 'too_long')
    .refine((host) => HOST.test(host), 'not_a_host'),
  /** Null: 1883, or 8883 over TLS. */
  port: z
    .int('not_a_port')
    .min(1, 'not_a_port')
    .max(65_535, 'not_a_port')
    .nullable()
    .default(null)
    .meta({ 'x-widget': 'port' }),
  tls: z.boolean('not_valid').default(false),
  /** The only authority trusted for this broker; null trusts the usual ones. */
  ca: optionalText(20_000).meta({ 'x-widget': 'pem', 'x-when': 'tls' }),
  username: optionalText(1000),
  password: optionalText(1000).meta({ 'x-widget': 'password' }),
  version: z.literal(['auto', '5', '3.1.1'], 'not_valid').default('auto').meta({ 'x-level': 'expert' }),
  qos: z.literal([0, 1], 'not_valid').default(1).meta({ 'x-level': 'expert' }),
})

const checked = brokerSettings
  .refine(({ ca }) => ca === null || isCertificates(ca), { path: ['ca'], message: 'not_a_certificate' })
  .refine(({ username, password }) => password === null || username !== null, {
    path: ['username'],
    message: 'user_missing',
  })
  .transform((settings) => ({
    ...settings,
    host: settings.host.replace(/^\[(.*)\]$/, '$1'),
    port: settings.port ?? (settings.tls ? 8883 : 1883),
  }))
export type BrokerSettings = z.output<typeof checked>

export function checkBrokerSettings(given: unknown): SettingsCheck {
  const parsed = checked.safeParse(given)
  if (parsed.success) return { ok: true, settings: parsed.data }
  const issue = parsed.error.issues[0]
  const problem = issue && /^[a-z_]{1,40}$/.test(issue.message) ? issue.message : 'not_valid'
  return { ok: false, field: String(issue?.path[0] ?? ''), problem }
}

/** Settings that were checked before, as their own type. @throws ZodError when they were not */
export function readBrokerSettings(settings: unknown): BrokerSettings {
  return checked.parse(settings)
}
