/** The processor's thermometer among those of disks, radios and boards. */
import { expect, test } from 'vitest'
import { cpuTemperature } from '../../../electron/core/presence/cpuTemperature.ts'

const at = (label: string, celsius: number) => ({ label, celsius })

test('the whole package before single cores, cores before boards', () => {
  const cores = [at('Core 0', 50), at('Core 1', 60), at('Composite', 33)]
  expect(cpuTemperature([...cores, at('Package id 0', 62)])).toBe(62)
  expect(cpuTemperature(cores)).toBe(55)
  expect(cpuTemperature([at('cpu-thermal', 48), at('iwlwifi_1', 40)])).toBe(48)
  expect(cpuTemperature([at('Tctl', 70), at('Tccd1', 65)])).toBe(70)
})

test('no thermometer of the processor, or a broken one, is unknown', () => {
  expect(cpuTemperature([])).toBeNull()
  expect(cpuTemperature([at('Composite', 33)])).toBeNull()
  expect(cpuTemperature([at('Tctl', 0), at('Package id 0', -40)])).toBeNull()
})
