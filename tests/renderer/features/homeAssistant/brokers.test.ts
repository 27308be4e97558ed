/** Which broker is told, and payloads a person can read. */
import { describe, expect, it } from 'vitest'
import { brokersOf, chosenBroker, readable } from '../../../../renderer/features/homeAssistant/brokers.ts'
import { broker } from '../../fakeDevices.ts'
import { idOf } from '../../fakeWorld.ts'

const home = broker()
const office = broker({ id: idOf(902) })

describe('the broker that is told', () => {
  it('is none without any, and a simulator is none', () => {
    expect(chosenBroker(brokersOf([broker({ driver: 'simulator' })]), null)).toEqual({ is: 'none' })
  })
  it('is the only one there is', () =>
    expect(chosenBroker([home], null)).toEqual({ is: 'known', id: home.id }))
  it('is open among several until one is chosen', () => {
    expect(chosenBroker([home, office], null)).toEqual({ is: 'open' })
    expect(chosenBroker([home, office], office.id)).toEqual({ is: 'known', id: office.id })
  })
  it('may be gone', () => expect(chosenBroker([home], office.id)).toEqual({ is: 'gone' }))
})

describe('a payload', () => {
  it('of JSON stands in lines', () => expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}'))
  it.each(['ON', '', '{broken', '42'])('%j stays as it is', (text) => expect(readable(text)).toBe(text))
})
