/** What is kept of a paired bridge. */
import { z } from 'zod'
import type { LightsSettings, LightsSettingsCheck } from '../../ports/lights.ts'
import { HUE_PORT } from './bridgeAddress.ts'
import type { Trust } from './tls.ts'

export const bridgeSettings = z.object({
  host: z.string().min(1).max(253),
  port: z
    .number()
    .int()
    .min(1)
    .max(65_535)
    .default(HUE_PORT)
    .meta({ 'x-widget': 'port', 'x-level': 'expert' }),
  /** 16 hex digits: the address may change, this does not. */
  bridgeId: z.string().regex(/^[0-9a-f]{16}$/),
  /** The application key. */
  key: z.string().min(1).max(200).meta({ 'x-widget': 'password' }),
  /** Would be needed for entertainment areas, which are left alone; kept because it is told only once. */
  clientKey: z.string().max(200).nullable().default(null).meta({ 'x-widget': 'password' }),
  /** SHA-256 of a certificate signed by itself, as the person has seen it; null: a root vouches. */
  certificateSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
})

export type BridgeSettings = z.infer<typeof bridgeSettings>

export const SECRETS = ['key', 'clientKey'] as const

/** @throws when they do not fit */
export function readBridgeSettings(settings: LightsSettings): BridgeSettings {
  return bridgeSettings.parse(settings)
}

export function checkBridgeSettings(settings: unknown): LightsSettingsCheck {
  const parsed = bridgeSettings.safeParse(settings)
  if (parsed.success) return { ok: true, settings: parsed.data }
  const issue = parsed.error.issues[0]
  return { ok: false, field: String(issue?.path[0] ?? ''), problem: issue?.code ?? 'invalid' }
}

export function trustOf({ certificateSha256 }: BridgeSettings): Trust {
  return certificateSha256 === null ? { kind: 'root' } : { kind: 'pin', sha256: certificateSha256 }
}
