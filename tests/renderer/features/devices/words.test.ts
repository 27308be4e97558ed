/** The real drivers' fields and every reason for a refusal have words; what is looked at in pictures is the real form. */
import { describe, expect, it } from 'vitest'
import type { RefusalReason } from '../../../../electron/core/readings/mapping.ts'
import { mqtt } from '../../../../electron/engine/devices/mqtt/index.ts'
import { simulator } from '../../../../electron/engine/devices/simulator/index.ts'
import type { CountedRefusal } from '../../../../electron/engine/ports/vitals.ts'
import { optionText } from '../../../../renderer/features/devices/formValues.ts'
import { playSettings } from '../../../../renderer/features/devices/playDays.ts'
import { schemaFields } from '../../../../renderer/features/devices/schemaFields.ts'
import { text } from '../../../../renderer/text/i18n.ts'
import '../../../../renderer/text/sensingText.ts'
import { FakeDevices } from '../../fakeDevices.ts'

const fields = schemaFields(mqtt.settingsSchema)

const reasons: Record<CountedRefusal['reason'] | RefusalReason, true> = {
  empty: true,
  too_large: true,
  not_utf8: true,
  byte_order_mark: true,
  too_deep: true,
  not_json: true,
  topic_not_mapped: true,
  bad_mapping: true,
  path_missing: true,
  no_value: true,
  unavailable: true,
  not_a_number: true,
  not_finite: true,
  out_of_range: true,
  too_many_values: true,
  time_missing: true,
  bad_time: true,
  future: true,
  too_old: true,
  retained_without_time: true,
  over_rate: true,
  duplicate: true,
  topic_refused: true,
  internal: true,
}

describe('words', () => {
  it.each(fields.map(({ name }) => name))('name and explain the field %s', (name) => {
    expect(text.exists(`devices.field.${name}.label`)).toBe(true)
    expect(text.exists(`devices.field.${name}.hint`)).toBe(true)
  })

  it('say every option', () => {
    const options = fields.flatMap(({ name, options: all }) =>
      all.map((option) => `devices.option.${name}.${optionText(option).replaceAll('.', '_')}`),
    )
    expect(options.filter((key) => !text.exists(key))).toEqual([])
  })

  it.each(Object.keys(reasons))('say why a value was left out: %s', (reason) =>
    expect(text.exists(`devices.refusal.${reason}`)).toBe(true),
  )

  it.each([
    { host: '' },
    { host: 'mqtt://here' },
    { host: 'a', port: 0 },
    { host: 'a', ca: 'no certificate' },
    { host: 'a', password: 'x' },
    { host: 'a', username: 'x'.repeat(2000) },
    { host: 'a', qos: 2 },
  ])('say what is wrong with %j', (settings) => {
    const check = mqtt.checkSettings(settings)
    expect(check.ok ? 'fine' : text.exists(`devices.settingProblem.${check.problem}`)).toBe(true)
  })
})

describe('the fake drivers', () => {
  const [fakeBroker, fakeSimulator] = new FakeDevices('empty').drivers

  it('ask for what the real ones ask for', () => {
    const drawn = schemaFields(fakeBroker?.settingsSchema ?? {}).filter(({ name }) => name !== 'unheardOf')
    expect(drawn).toEqual(fields)
    expect(fakeBroker?.secrets).toEqual(mqtt.secrets)
    expect(playSettings(simulator.settingsSchema, 'heavy')).toEqual(
      playSettings(fakeSimulator?.settingsSchema ?? {}, 'heavy'),
    )
  })
})
