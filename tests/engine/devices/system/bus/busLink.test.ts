/** A real message bus that is absent, hangs, and is started again while somebody listens. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { OpenBus } from '../../../../../electron/engine/devices/system/bus/bus.ts'
import { BusLink } from '../../../../../electron/engine/devices/system/bus/busLink.ts'
import { openBus } from '../../../../../electron/engine/devices/system/bus/openBus.ts'
import { NotConnectedError } from '../../../../../electron/engine/devices/system/question.ts'
import { FakeClock } from '../../../../fakes/fakeClock.ts'
import { dbusDaemon } from '../dbusDaemon.ts'
import { standIn } from '../standIn.ts'

const NAME = 'org.example.StandIn'
const TARGET = { destination: NAME, path: '/it', interface: NAME } as const
const SHOUT = { sender: NAME, path: '/it', interface: NAME, member: 'Shouted' }

function link(address: string | null, open: OpenBus = openBus) {
  const clock = new FakeClock()
  const opened: string[] = []
  const counted: OpenBus = (at) => {
    opened.push(at)
    return open(at)
  }
  return { clock, opened, bus: new BusLink({ clock, address, openBus: counted }) }
}

const until = (fact: () => void) => vi.waitFor(fact, { timeout: 10_000, interval: 10 })

test('opened when first needed, closed with the last', async () => {
  const { address } = await dbusDaemon()
  await standIn(address, NAME, { Ask: { signature: 'u', body: [7] } })
  const { bus, opened } = link(address)
  expect(opened).toEqual([])
  const leave = bus.join({ onConnected() {} })
  const leaveToo = bus.join({ onConnected() {} })
  expect(await bus.call({ ...TARGET, member: 'Ask' })).toEqual([7])
  leave()
  expect(await bus.call({ ...TARGET, member: 'Ask' })).toEqual([7])
  leaveToo()
  await expect(bus.call({ ...TARGET, member: 'Ask' })).rejects.toThrow(NotConnectedError)
  expect(opened).toHaveLength(1)
})

test('a service that is not there is an error, and none is started', async () => {
  const { address } = await dbusDaemon()
  const { bus } = link(address)
  const leave = bus.join({ onConnected() {} })
  await expect(bus.call({ ...TARGET, member: 'Ask' })).rejects.toThrow()
  leave()
})

test('no bus at all: looked for ever more rarely, never more than one connection', async () => {
  const { address } = await dbusDaemon({ started: false })
  const { bus, opened, clock } = link(address)
  const leave = bus.join({ onConnected() {} })
  await expect(bus.call({ ...TARGET, member: 'Ask' })).rejects.toThrow(NotConnectedError)
  for (const [at, waitMs] of [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000].entries()) {
    clock.advance(waitMs - 1)
    expect(opened).toHaveLength(at + 1)
    clock.advance(1)
    expect(opened).toHaveLength(at + 2)
    await expect(bus.call({ ...TARGET, member: 'Ask' })).rejects.toThrow(NotConnectedError)
  }
  leave()
})

test('nowhere to look is no reason to look', () => {
  const { bus, opened, clock } = link(null)
  bus.join({ onConnected() {} })
  clock.advance(600_000)
  expect(opened).toEqual([])
})

test('a bus that ends fails the questions under way, and is found again with its signals', async () => {
  const daemon = await dbusDaemon()
  await standIn(daemon.address, NAME, { Ask: 'silent' })
  const { bus, clock } = link(daemon.address)
  const connected = vi.fn()
  const heard = vi.fn()
  const leave = bus.join({ onConnected: connected })
  bus.listen(SHOUT, heard)
  const failed = expect(bus.call({ ...TARGET, member: 'Ask' })).rejects.toThrow()
  await until(() => expect(connected).toHaveBeenCalledTimes(1))
  await daemon.kill()
  await failed
  await expect(bus.call({ ...TARGET, member: 'Ask' })).rejects.toThrow(NotConnectedError)

  await daemon.start()
  clock.advance(1_000)
  await until(() => expect(connected).toHaveBeenCalledTimes(2))
  const service = await standIn(daemon.address, NAME, {})
  await until(() => {
    service.signal('/it', NAME, 'Shouted', 's', ['hello'])
    expect(heard).toHaveBeenCalledWith(['hello'])
  })
  leave()
})

test('a bus that is ended and started twenty times is found each time', { timeout: 30_000 }, async () => {
  const daemon = await dbusDaemon()
  const { bus, clock } = link(daemon.address)
  const connected = vi.fn()
  const leave = bus.join({ onConnected: connected })
  for (let time = 1; time <= 20; time += 1) {
    await until(() => expect(connected).toHaveBeenCalledTimes(time))
    await daemon.kill()
    await daemon.start()
    await until(() => {
      clock.advance(60_000)
      expect(connected).toHaveBeenCalledTimes(time + 1)
    })
  }
  leave()
})

test('a bus that hangs before it greets is given up after two seconds and found when it wakes', async () => {
  const daemon = await dbusDaemon()
  daemon.freeze()
  const { bus, clock, opened } = link(daemon.address)
  const connected = vi.fn()
  const leave = bus.join({ onConnected: connected })
  const beganMs = performance.now()
  await expect(bus.call({ ...TARGET, member: 'Ask' })).rejects.toThrow(NotConnectedError)
  expect(performance.now() - beganMs).toBeGreaterThan(1_500)
  daemon.thaw()
  clock.advance(1_000)
  await until(() => expect(connected).toHaveBeenCalledTimes(1))
  expect(opened).toHaveLength(2)
  leave()
})

test('signals of others, and of other places, are not heard', async () => {
  const { address } = await dbusDaemon()
  const service = await standIn(address, NAME, { Ask: { signature: 'u', body: [1] } })
  const stranger = await standIn(address, 'org.example.Stranger', {})
  const { bus } = link(address)
  const heard = vi.fn()
  const leave = bus.join({ onConnected() {} })
  const unlisten = bus.listen(SHOUT, heard)
  await bus.call({ ...TARGET, member: 'Ask' })
  stranger.signal('/it', NAME, 'Shouted', 's', ['from elsewhere'])
  service.signal('/other', NAME, 'Shouted', 's', ['other place'])
  service.signal('/it', NAME, 'Shouted', 's', ['it'])
  await until(() => expect(heard).toHaveBeenCalled())
  expect(heard.mock.calls).toEqual([[['it']]])
  unlisten()
  service.signal('/it', NAME, 'Shouted', 's', ['after'])
  await bus.call({ ...TARGET, member: 'Ask' })
  await wait(20)
  expect(heard).toHaveBeenCalledTimes(1)
  leave()
})
