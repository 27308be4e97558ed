/** A form is drawn from any flat JSON Schema, and a schema that is none draws nothing. */
import { describe, expect, it } from 'vitest'
import { schemaFields } from '../../../../renderer/features/devices/schemaFields.ts'

const schema = {
  type: 'object',
  properties: {
    host: { type: 'string' },
    port: { type: ['integer', 'null'], default: null, minimum: 1, maximum: 65_535, 'x-widget': 'port' },
    tls: { type: 'boolean', default: false },
    ca: { type: ['string', 'null'], 'x-widget': 'pem', 'x-when': 'tls' },
    password: { type: ['string', 'null'], 'x-widget': 'password' },
    qos: { type: 'number', enum: [0, 1], default: 1, 'x-level': 'expert' },
    share: { type: 'number' },
  },
  required: ['host'],
}

describe('fields', () => {
  const fields = schemaFields(schema)
  const field = (name: string) => fields.find((one) => one.name === name)

  it('stand in the order of the schema, each of its kind', () => {
    expect(fields.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'host text',
      'port number',
      'tls yesNo',
      'ca pem',
      'password password',
      'qos choice',
      'share number',
    ])
  })

  it('know their defaults, bounds and what they belong to', () => {
    expect(field('host')).toMatchObject({ required: true, defaultValue: null, expert: false })
    expect(field('port')).toMatchObject({ min: 1, max: 65_535, whole: true, widget: 'port' })
    expect(field('share')).toMatchObject({ whole: false, min: null })
    expect(field('ca')).toMatchObject({ when: 'tls' })
    expect(field('qos')).toMatchObject({ options: [0, 1], defaultValue: 1, expert: true })
  })

  it('are none for what is no schema of an object', () => {
    expect(schemaFields({})).toEqual([])
    expect(schemaFields({ properties: null, required: 'host' })).toEqual([])
    expect(schemaFields({ properties: { odd: null, fine: {} } }).map(({ name }) => name)).toEqual(['fine'])
  })
})
