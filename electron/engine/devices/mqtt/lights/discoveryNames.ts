/** Home Assistant's short names in discovery messages, written out (its `abbreviations.py`, those that lights use). */
import { isTold, listOf, memberOf, type Told, textOf } from './told.ts'

const LONG: Readonly<Record<string, string>> = {
  avty: 'availability',
  avty_mode: 'availability_mode',
  avty_t: 'availability_topic',
  avty_tpl: 'availability_template',
  bri_cmd_t: 'brightness_command_topic',
  bri_cmd_tpl: 'brightness_command_template',
  bri_scl: 'brightness_scale',
  bri_stat_t: 'brightness_state_topic',
  bri_val_tpl: 'brightness_value_template',
  clrm: 'color_mode',
  clrm_stat_t: 'color_mode_state_topic',
  clrm_val_tpl: 'color_mode_value_template',
  clr_temp_cmd_t: 'color_temp_command_topic',
  clr_temp_cmd_tpl: 'color_temp_command_template',
  clr_temp_k: 'color_temp_kelvin',
  clr_temp_stat_t: 'color_temp_state_topic',
  clr_temp_val_tpl: 'color_temp_value_template',
  cmd_t: 'command_topic',
  cmps: 'components',
  dev: 'device',
  fx_stat_t: 'effect_state_topic',
  fx_val_tpl: 'effect_value_template',
  hs_cmd_t: 'hs_command_topic',
  max_k: 'max_kelvin',
  max_mirs: 'max_mireds',
  min_k: 'min_kelvin',
  min_mirs: 'min_mireds',
  o: 'origin',
  opt: 'optimistic',
  p: 'platform',
  pl_avail: 'payload_available',
  pl_not_avail: 'payload_not_available',
  pl_off: 'payload_off',
  pl_on: 'payload_on',
  rgb_cmd_t: 'rgb_command_topic',
  rgbw_cmd_t: 'rgbw_command_topic',
  rgbww_cmd_t: 'rgbww_command_topic',
  stat_t: 'state_topic',
  stat_val_tpl: 'state_value_template',
  sup_clrm: 'supported_color_modes',
  t: 'topic',
  uniq_id: 'unique_id',
  val_tpl: 'value_template',
  xy_cmd_t: 'xy_command_topic',
  xy_stat_t: 'xy_state_topic',
  xy_val_tpl: 'xy_value_template',
}
const LONG_IN_DEVICE: Readonly<Record<string, string>> = { sa: 'suggested_area' }

const MOST_MEMBERS = 300

function written(told: Told, names: Readonly<Record<string, string>>): Map<string, unknown> {
  const all = new Map<string, unknown>()
  for (const [name, value] of Object.entries(told).slice(0, MOST_MEMBERS)) {
    all.set(Object.hasOwn(names, name) ? (names[name] ?? name) : name, value)
  }
  return all
}

/** `~` at either end of a topic stands for the base. */
function onBase(value: unknown, name: string, base: string | null): unknown {
  if (base === null || typeof value !== 'string' || !name.endsWith('topic')) return value
  if (value.startsWith('~')) return base + value.slice(1)
  return value.endsWith('~') ? value.slice(0, -1) + base : value
}

function topicsOnBase(all: Map<string, unknown>, base: string | null): Told {
  return Object.fromEntries([...all].map(([name, value]) => [name, onBase(value, name, base)]))
}

/** A configuration with its names written out, one level deep, where lights have members of members. */
export function writtenOut(told: Told, outerBase: string | null = null): Told {
  const all = written(told, LONG)
  const base = textOf(told, '~', 250) ?? outerBase
  const device = all.get('device')
  if (isTold(device)) all.set('device', Object.fromEntries(written(device, LONG_IN_DEVICE)))
  const plain = topicsOnBase(all, base)
  const availability = memberOf(plain, 'availability')
  if (!isTold(availability) && !Array.isArray(availability)) return plain
  const list = isTold(availability) ? [availability] : listOf(plain, 'availability', 10)
  const entries = list.filter(isTold).map((one) => topicsOnBase(written(one, LONG), base))
  return { ...plain, availability: entries }
}

/** What the parts of a device have in common unless they say otherwise. */
const SHARED = [
  ...['availability', 'availability_mode', 'availability_template', 'availability_topic'],
  ...['payload_available', 'payload_not_available', 'command_topic', 'state_topic', 'device', 'origin'],
] as const

/** The lights of a device that was announced as a whole: name of the part → its configuration. */
export function partsOf(told: Told): ReadonlyMap<string, Told> {
  const device = writtenOut(told)
  const components = memberOf(device, 'components')
  const parts = new Map<string, Told>()
  if (!isTold(components)) return parts
  const shared = Object.fromEntries(
    SHARED.flatMap((name) => (Object.hasOwn(device, name) ? [[name, device[name]]] : [])),
  )
  for (const [name, part] of Object.entries(components).slice(0, MOST_MEMBERS)) {
    if (!isTold(part)) continue
    const own = writtenOut(part, textOf(told, '~', 250))
    // Only its platform: the part was taken away.
    if (memberOf(own, 'platform') !== 'light' || Object.keys(own).length < 2) continue
    parts.set(name.slice(0, 100), { ...shared, ...own })
  }
  return parts
}
