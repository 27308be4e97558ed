/** Memory that is still held after everything that can go has gone. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes, Buffers included. */
export async function settledHeapBytes(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    collect()
    // Buffers go a turn after what held them.
    await new Promise((next) => setImmediate(next))
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
