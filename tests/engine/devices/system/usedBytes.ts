/** Memory that is really in use: everything else is collected first. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

export function usedBytes(): number {
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
