/** What a bridge has to bear while nothing happens and its event stream lives: nothing but one open line. */

import { manyLamps } from '../fakes/hueBridge/resources.ts'
import { benchBridge, connectedTo, sleep } from './lightsBridge.ts'
import { printRows, type Row } from './table.ts'

const WATCHED_MS = 60_000
/** Lines that were opened for the first reading close when they are not needed for a while. */
const SETTLED_MS = 10_000

export async function lightsIdle(): Promise<Row[]> {
  const house = await benchBridge(manyLamps(20))
  const { bridge } = house
  const connection = await connectedTo(house)
  await sleep(SETTLED_MS)
  const before = bridge.requests.length
  const opened = bridge.connections
  const cpu = process.cpuUsage()
  const lines: number[] = []
  for (let second = 0; second < WATCHED_MS / 1000; second++) {
    await sleep(1000)
    lines.push(await bridge.openLines())
  }
  const { user, system } = process.cpuUsage(cpu)
  const requests = bridge.requests.length - before
  const sockets = Math.max(...lines)
  const newLines = bridge.connections - opened
  await connection.close()
  await house.stop()
  return [
    {
      what: 'requests to a bridge in an idle minute, its event stream alive',
      against: `${newLines} new lines; ${((user + system) / WATCHED_MS / 10).toFixed(2)} % of a core, the fake bridge and this bench included`,
      value: requests * (60_000 / WATCHED_MS),
      unit: 'a minute',
      goal: '0',
      met: requests === 0,
    },
    {
      what: 'sockets open to a bridge while idle, at most',
      value: sockets,
      unit: 'sockets',
      goal: '1',
      met: sockets === 1,
    },
  ]
}

if (import.meta.main) printRows(await lightsIdle())
