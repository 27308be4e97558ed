/** Makes something that takes a while in short turns, so that the page answers in between. */
import type { Making } from '../../../electron/core/sound/soundLoop.ts'

/** Nobody notices a page that is away for so long. */
const TURN_MS = 10

const nextTurn = () =>
  new Promise<void>((resolve) => {
    // A timer waits at least four milliseconds after some turns, and a second in a hidden page.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

export async function sliced<Made>(making: Making<Made>, isWanted: () => boolean): Promise<Made | null> {
  let turnFromMs = performance.now()
  let step = making.next()
  while (!step.done) {
    if (performance.now() - turnFromMs > TURN_MS) {
      await nextTurn()
      if (!isWanted()) return null
      turnFromMs = performance.now()
    }
    step = making.next()
  }
  return step.value
}
