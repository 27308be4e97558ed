/** One engine with this machine's own sensors, measuring itself: `sensingProcess.ts on|off|broker PORT`, one JSON line out. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { presets } from '../../electron/core/readings/presets.ts'
import { createSystemSensors } from '../../electron/engine/devices/system/index.ts'
import { createLog } from '../../electron/engine/log.ts'
import { appFolder } from '../../electron/hosts/appFolder.ts'
import { forkProbe } from '../../electron/hosts/forkProbe.ts'
import { keepNurserySmall } from '../../electron/hosts/smallNursery.ts'
import { systemClock } from '../../electron/hosts/systemClock.ts'
import { engineOver, temporaryData } from './seededEngine.ts'

const SETTLE_MS = 20_000
const MEASURE_MS = 60_000

keepNurserySmall()
const [mode, port] = process.argv.slice(2)
const isOn = mode !== 'off'
const data = temporaryData()
const { probeEntry } = appFolder()
const startProbe = (kind: 'desktop' | 'input') => forkProbe(kind, { entry: probeEntry })
const log = createLog(systemClock, () => {})
const engine = engineOver(data.folder, {
  startProbe,
  sensors: createSystemSensors({ clock: systemClock, log, startProbe }),
})
await engine.start()
const client = engine.client('window')
const every = { presence: isOn, calls: isOn, screen: isOn, apps: isOn, input: isOn, machine: isOn }
await client.settings.change({ sensing: every })
if (isOn) {
  const id = randomUUID()
  const driver = port === undefined ? 'simulator' : 'mqtt'
  const settings = port === undefined ? { day: 'heavy' } : { host: '127.0.0.1', port: Number(port) }
  await client.devices.save({ id, driver, title: 'Strap', enabled: true, settings })
  const polar = presets.find((preset) => preset.id === 'polar_sensor_logger')
  if (port !== undefined && polar)
    await client.devices.setMappings({ id, mappings: polar.mappings('psl/hr') })
}
await wait(SETTLE_MS)
const before = process.cpuUsage()
await wait(MEASURE_MS)
const spent = process.cpuUsage(before)
const { body } = await nextOf(await client.stress.watch())
globalThis.gc?.()
const result = {
  cpuPercent: ((spent.user + spent.system) / 1000 / MEASURE_MS) * 100,
  rssMiB: process.memoryUsage().rss / 1024 ** 2,
  heard: body.hrBpm !== null,
}
await engine.stop()
data.remove()
process.stdout.write(`${JSON.stringify(result)}\n`)
process.exit(0)

async function nextOf<Value>(stream: AsyncIterator<Value>): Promise<Value> {
  const { value } = await stream.next()
  return value
}
