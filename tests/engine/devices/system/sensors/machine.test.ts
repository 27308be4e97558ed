/** The machine of the test itself, and one whose plugs and thermometers are files of the test. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import {
  isPluggedIn,
  thermometers,
} from '../../../../../electron/engine/devices/system/sensors/linuxHardware.ts'
import { startMachine } from '../../../../../electron/engine/devices/system/sensors/machineSensor.ts'
import { PowerAndHeatSource } from '../../../../../electron/engine/devices/system/sensors/powerAndHeat.ts'
import { temporaryFolder } from '../../../engineParts.ts'
import { stopped, testContext } from '../testContext.ts'

const until = (fact: () => void) => vi.waitFor(fact, { timeout: 10_000, interval: 5 })

function hardware(files: Record<string, string>): string {
  const sys = temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    const file = join(sys, 'class', path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, `${content}\n`)
  }
  return sys
}

const PACKAGE = { 'hwmon/hwmon3/temp1_label': 'Package id 0', 'hwmon/hwmon3/temp1_input': '61500' }

test('a share of processor and memory, and how late our own loop was', async () => {
  const { context, clock, sink, sources } = testContext()
  const log = vi.fn()
  stopped(startMachine(context, log))
  await until(() => expect(sink.machines).toHaveLength(1))
  expect(sink.machines[0]).toMatchObject({ cpuShare: null, loopLagMs: null })
  const untilMs = performance.now() + 300
  // Holds the loop up, so that there is something to see.
  await new Promise((resolve) => setTimeout(resolve, 250))
  while (performance.now() < untilMs + 250);
  await new Promise((resolve) => setTimeout(resolve, 150))
  clock.advance(10_000)
  await until(() => expect(sink.machines).toHaveLength(2))
  const [, sample] = sink.machines
  expect(sample?.cpuShare).toBeGreaterThan(0)
  expect(sample?.cpuShare).toBeLessThanOrEqual(1)
  expect(sample?.memoryShare).toBeGreaterThan(0)
  expect(sample?.memoryShare).toBeLessThan(1)
  expect(sample?.loopLagMs).toBeGreaterThan(100)
  expect(sources.get('os')).toEqual({ state: 'answers' })
})

test('after the end nothing is measured', async () => {
  const { context, clock, sink } = testContext()
  const sensor = startMachine(context, () => {})
  await until(() => expect(sink.machines).toHaveLength(1))
  sensor.stop()
  clock.advance(60_000)
  await new Promise((resolve) => setImmediate(resolve))
  expect(sink.machines).toHaveLength(1)
})

describe('temperature and battery', () => {
  test('once a minute, however often they are asked for', async () => {
    const sys = hardware(PACKAGE)
    const { context, clock, sources } = testContext({ folders: { sys } })
    const source = new PowerAndHeatSource(context, () => {})
    expect(await source.now()).toEqual({ temperatureC: 61.5, onBattery: false })
    writeFileSync(join(sys, 'class/hwmon/hwmon3/temp1_input'), '70000\n')
    clock.advance(59_000)
    expect((await source.now()).temperatureC).toBe(61.5)
    clock.advance(1_000)
    expect((await source.now()).temperatureC).toBe(70)
    expect([...sources.keys()]).toEqual(['battery', 'temperature'])
  })

  test('a thermometer that is not there is not looked for again, and the battery lives on', async () => {
    const { context, clock, sources } = testContext()
    const log = vi.fn()
    const source = new PowerAndHeatSource(context, log)
    expect(await source.now()).toEqual({ temperatureC: null, onBattery: false })
    expect(log.mock.calls).toEqual([['temperatureSensorTurnedOff']])
    clock.advance(60_000)
    await source.now()
    expect(log).toHaveBeenCalledTimes(1)
    expect(sources.get('temperature')).toMatchObject({ state: 'fails' })
    expect(sources.get('battery')).toEqual({ state: 'answers' })
  })

  test('Windows has no temperature here', async () => {
    const { context } = testContext({ platform: 'win32', folders: { sys: hardware(PACKAGE) } })
    expect((await new PowerAndHeatSource(context, () => {}).now()).temperatureC).toBeNull()
  })
})

describe('below /sys', () => {
  test('plugs by kind, whatever they are called', async () => {
    const laptop = (online: string) =>
      hardware({
        'power_supply/ADP1/type': 'Mains',
        'power_supply/ADP1/online': online,
        'power_supply/BAT0/type': 'Battery',
      })
    expect(await isPluggedIn(laptop('1'))).toBe(true)
    expect(await isPluggedIn(laptop('0'))).toBe(false)
    expect(await isPluggedIn(hardware({ 'power_supply/BAT0/type': 'Battery' }))).toBeNull()
    expect(await isPluggedIn('/nowhere')).toBeNull()
  })

  test('thermometers of monitors and zones, broken ones left out', async () => {
    const sys = hardware({
      ...PACKAGE,
      'hwmon/hwmon1/temp1_label': 'Composite',
      'hwmon/hwmon2/temp1_input': '40000',
      'hwmon/hwmon4/temp1_label': 'Tctl',
      'hwmon/hwmon4/temp1_input': 'hot',
      'thermal/thermal_zone0/type': 'acpitz',
      'thermal/thermal_zone0/temp': '27800',
      'thermal/cooling_device0/type': 'Fan',
    })
    expect(await thermometers(sys)).toEqual([
      { label: 'Package id 0', celsius: 61.5 },
      { label: 'acpitz', celsius: 27.8 },
    ])
    expect(await thermometers('/nowhere')).toEqual([])
  })
})
