/** Settings on their way in and out: secrets come in and never go out again. */
import { EngineError } from '../../errors.ts'
import type { DeviceDriver, DeviceSettings } from '../../ports/vitals.ts'

type Shown = Record<string, string | number | boolean | null>

/** The settings a driver accepts, with saved secrets where the form has null. @throws EngineError DEVICE_SETTINGS */
export function acceptedSettings(
  driver: DeviceDriver,
  given: DeviceSettings,
  saved: DeviceSettings | null,
): DeviceSettings {
  const kept = driver.secrets
    .filter((key) => (given[key] ?? null) === null)
    .map((key) => [key, saved?.[key] ?? null] as const)
  const check = driver.checkSettings({ ...given, ...Object.fromEntries(kept) })
  if (check.ok) return check.settings
  throw settingsError(check.field, check.problem)
}

export function settingsError(field: string, problem: string, mapping: string | null = null): EngineError {
  const data = { field, problem, ...(mapping === null ? {} : { mapping }) }
  return new EngineError('DEVICE_SETTINGS', 'These settings cannot be used.', data)
}

function isShowable(value: unknown): value is Shown[string] {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

/** What the page may see; a secret is null, set or not. */
export function shownSettings(driver: DeviceDriver | null, settings: DeviceSettings): Shown {
  const shown: Shown = {}
  for (const [key, value] of Object.entries(settings)) {
    // Of a driver that is gone nobody knows which settings were secret.
    const isSecret = driver === null || driver.secrets.includes(key)
    if (isSecret || isShowable(value)) shown[key] = isSecret || !isShowable(value) ? null : value
  }
  return shown
}

export function secretsSet(driver: DeviceDriver | null, settings: DeviceSettings): string[] {
  return (driver?.secrets ?? []).filter((key) => typeof settings[key] === 'string' && settings[key] !== '')
}
