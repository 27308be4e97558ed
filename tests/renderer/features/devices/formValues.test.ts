/** What is typed becomes settings, or the first field that cannot be sent; a saved secret stays unless it is forgotten. */
import { describe, expect, it } from 'vitest'
import { formSettings, formValues, isShown } from '../../../../renderer/features/devices/formValues.ts'
import { schemaFields } from '../../../../renderer/features/devices/schemaFields.ts'

const fields = schemaFields({
  properties: {
    host: { type: 'string' },
    port: { type: ['integer', 'null'], default: null, minimum: 1, maximum: 65_535, 'x-widget': 'port' },
    tls: { type: 'boolean', default: false },
    ca: { type: ['string', 'null'], default: null, 'x-widget': 'pem', 'x-when': 'tls' },
    password: { type: ['string', 'null'], default: null, 'x-widget': 'password' },
    qos: { type: 'number', enum: [0, 1], default: 1 },
    rate: { type: ['number', 'null'], default: null },
  },
  required: ['host'],
})
const empty = formValues(fields, {}, [])
const host = { ...empty, host: ' broker.home ' }

describe('a new form', () => {
  it('begins with the defaults', () => {
    expect(empty).toEqual({ host: '', port: '', tls: false, ca: '', password: '', qos: '1', rate: '' })
  })

  it('becomes settings: numbers are numbers, empty fields are none, words lose the space around them', () => {
    const typed = { ...host, port: '8883', tls: true, qos: '0', rate: '1.5', password: ' a b ' }
    expect(formSettings(fields, typed)).toEqual({
      settings: {
        host: 'broker.home',
        port: 8883,
        tls: true,
        ca: null,
        password: ' a b ',
        qos: 0,
        rate: 1.5,
      },
    })
  })

  it.each([
    [empty, { field: 'host', problem: 'missing' }],
    [
      { ...empty, host: '  ' },
      { field: 'host', problem: 'missing' },
    ],
    [
      { ...host, port: '99999' },
      { field: 'port', problem: 'not_a_port' },
    ],
    [
      { ...host, port: '18.5' },
      { field: 'port', problem: 'not_a_port' },
    ],
    [
      { ...host, port: 'mqtt' },
      { field: 'port', problem: 'not_a_port' },
    ],
    [
      { ...host, rate: 'fast' },
      { field: 'rate', problem: 'not_a_number' },
    ],
    [
      { ...host, rate: '1e999' },
      { field: 'rate', problem: 'not_a_number' },
    ],
  ])('tells the first field that cannot be sent (%#)', (values, problem) => {
    expect(formSettings(fields, values)).toEqual(problem)
  })

  it('hides what belongs to something that is off', () => {
    const ca = fields.find(({ name }) => name === 'ca')
    if (!ca) throw new Error('no such field')
    expect(isShown(ca, empty)).toBe(false)
    expect(isShown(ca, { ...empty, tls: true })).toBe(true)
  })
})

describe('a saved secret', () => {
  const values = formValues(fields, { host: 'broker.home', port: 1884, password: null }, ['password'])
  const password = (value: string | null) => {
    const read = formSettings(fields, { ...values, password: value })
    return 'settings' in read ? read.settings.password : read
  }

  it('is never in the form, and null keeps it', () => {
    expect(values).toMatchObject({ host: 'broker.home', port: '1884', password: null })
    expect(password(null)).toBeNull()
  })

  it('is replaced by another, or forgotten when emptied on purpose', () => {
    expect(password('new')).toBe('new')
    expect(password('')).toBe('')
  })
})
