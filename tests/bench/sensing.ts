/** What full sensing costs the engine: every sensor of this machine and a strap over a real broker, beside none. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import mqtt from 'mqtt'
import { appFolder } from '../../electron/hosts/appFolder.ts'
import { mosquitto, noMosquitto } from '../engine/devices/mqtt/mosquitto.ts'
import { printRows, type Row } from './table.ts'

interface Cost {
  cpuPercent: number
  rssMiB: number
  heard: boolean
}

async function cost(...args: string[]): Promise<Cost> {
  const script = resolve(import.meta.dirname, 'sensingProcess.ts')
  const raw = resolve(import.meta.dirname, '../fakes/rawImports.ts')
  const child = spawn(process.execPath, ['--expose-gc', '--import', raw, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(await text(child.stdout)) as Cost
}

/** A strap as Polar's logger sends it, once a second, until told to stop. */
async function strapAt(port: number): Promise<() => Promise<void>> {
  const client = await mqtt.connectAsync({ host: '127.0.0.1', port })
  let beats = 0
  const timer = setInterval(() => {
    const rr = 840 + Math.round(30 * Math.sin(beats++ / 4))
    const payload = { deviceId: 'bench', timeStamp: Date.now(), hr: Math.round(60_000 / rr), rr: [rr] }
    client.publish('psl/hr', JSON.stringify(payload))
  }, 850)
  return async () => {
    clearInterval(timer)
    await client.endAsync()
  }
}

export async function sensing(): Promise<Row[]> {
  if (!existsSync(join(appFolder().root, 'out/main/probe.cjs'))) {
    return [{ what: 'sensing', skipped: 'the app is not built (npm run build)' }]
  }
  if (noMosquitto) return [{ what: 'sensing', skipped: 'mosquitto is not installed' }]
  const broker = await mosquitto()
  const stop = await strapAt(broker.port)
  const off = await cost('off')
  const on = await cost('broker', String(broker.port))
  await stop()
  await broker.remove()
  if (!on.heard) return [{ what: 'sensing', skipped: 'no minute of beats was heard' }]
  const grownMiB = on.rssMiB - off.rssMiB
  const desktop = process.env.DISPLAY ? '' : ', no display'
  return [
    {
      what: `all sensors and a strap, the engine's processor time${desktop}`,
      against: `none, ${off.cpuPercent.toFixed(2)} %`,
      value: on.cpuPercent,
      unit: '% of a core',
      goal: '≤ 1 %',
      met: on.cpuPercent <= 1,
    },
    {
      what: 'all sensors and a strap, the engine grows by',
      against: `none, ${off.rssMiB.toFixed(0)} MiB`,
      value: grownMiB,
      unit: 'MiB RSS',
      goal: '≤ 20 MiB',
      met: grownMiB <= 20,
    },
  ]
}

if (import.meta.main) printRows(await sensing())
