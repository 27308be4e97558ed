/** What Home Assistant documents for discovery, as a schema: a member nobody documents, or one in the wrong place, fails. */
import { z } from 'zod'

const topic = z.string().regex(/^[\w/-]+$/)
const name = z.string().min(1).max(100)
const answer = z.string().min(1)

const shared = {
  unique_id: z.string().regex(/^lull_[0-9a-f]{12}_[a-z_]+$/),
  name,
  icon: z.string().regex(/^mdi:[a-z-]+$/),
  state_topic: topic,
}
const sensor = z
  .strictObject({
    ...shared,
    default_entity_id: z.string().regex(/^sensor\.[a-z_]+$/),
    value_template: z.string().regex(/^\{\{ value_json\.[a-z_]+ \}\}$/),
    expire_after: z.number().int().positive(),
    device_class: z.literal('enum').optional(),
    options: z.array(z.string()).min(1).optional(),
    unit_of_measurement: z.string().optional(),
  })
  .refine(({ options, device_class }) => (options === undefined) === (device_class === undefined))
  .refine(({ options, unit_of_measurement }) => options === undefined || unit_of_measurement === undefined)
const onOff = { payload_on: z.literal('ON'), payload_off: z.literal('OFF') }
const binarySensor = z.strictObject({
  ...shared,
  ...onOff,
  default_entity_id: z.string().regex(/^binary_sensor\.[a-z_]+$/),
})
const switchEntity = z.strictObject({
  ...shared,
  ...onOff,
  default_entity_id: z.string().regex(/^switch\.[a-z_]+$/),
  command_topic: topic,
  entity_category: z.enum(['config', 'diagnostic']).optional(),
})

/** A component with only its platform takes the entity back. */
const component = z.union([
  z.strictObject({ p: z.enum(['sensor', 'binary_sensor', 'switch']) }),
  sensor.safeExtend({ p: z.literal('sensor') }),
  binarySensor.extend({ p: z.literal('binary_sensor') }),
  switchEntity.extend({ p: z.literal('switch') }),
])

/** Unknown keys at its root make Home Assistant refuse all of a device message. */
export const deviceMessageSchema = z.strictObject({
  dev: z.strictObject({
    ids: z.array(z.string()).min(1),
    name,
    mf: name,
    mdl: name,
    sw: name,
  }),
  o: z.strictObject({ name, sw: name }),
  avty_t: topic,
  pl_avail: answer,
  pl_not_avail: answer,
  qos: z.literal([0, 1, 2]),
  // Keys with a space in them break the clean-up.
  cmps: z.record(z.string().regex(/^[a-zA-Z0-9_-]+$/), component),
})

const older = {
  availability_topic: topic,
  payload_available: answer,
  payload_not_available: answer,
  qos: z.literal([0, 1, 2]),
  device: z.strictObject({
    identifiers: z.array(z.string()).min(1),
    name,
    manufacturer: name,
    model: name,
    sw_version: name,
  }),
  origin: z.strictObject({ name, sw_version: name }),
}

export const olderSchemas = {
  sensor: sensor.safeExtend(older),
  binary_sensor: binarySensor.extend(older),
  switch: switchEntity.extend(older),
}

/** `homeassistant/<component>/[<node>/]<object>/config`. */
export const DISCOVERY_TOPIC =
  /^homeassistant\/(device|sensor|binary_sensor|switch)\/(?:[a-zA-Z0-9_-]+\/)?[a-zA-Z0-9_-]+\/config$/
