/** Input, lock and sleep, by whatever this system can be asked without a process of native code. */
import { startRounds } from '../rounds.ts'
import { type IdleSources, OUTSIDE_PATIENCE_MS } from './idleSources.ts'
import { LinuxPresence } from './linuxPresence.ts'
import { startMacPresence } from './macPresence.ts'
import type { RunningSensor, SensorContext } from './sensorContext.ts'

/** How often it is looked whether somebody outside of the engine has begun or ceased to tell. */
const LOOK_OUTSIDE_EVERY_MS = 30_000

export interface PresenceParts {
  context: SensorContext
  idleSources: IdleSources
  otherIdleSource: () => string | null
}

function startOwn({ context, idleSources, otherIdleSource }: PresenceParts): RunningSensor {
  if (context.platform === 'linux') return new LinuxPresence(context, (look) => idleSources.looked(look))
  if (context.platform === 'darwin') {
    const isNeeded = () => otherIdleSource() === null && !idleSources.waitsForOutside
    return startMacPresence(context, isNeeded, (look) => idleSources.looked(look))
  }
  idleSources.looked({ known: false, absent: true })
  return { soon() {}, stop() {} }
}

export function startPresence(parts: PresenceParts): RunningSensor {
  const { context, idleSources, otherIdleSource } = parts
  idleSources.begin()
  const own = startOwn(parts)
  let told: string | null = null
  const rounds = startRounds({
    clock: context.clock,
    everyMs: () => (idleSources.waitsForOutside ? OUTSIDE_PATIENCE_MS : LOOK_OUTSIDE_EVERY_MS),
    async look() {
      const other = otherIdleSource()
      if (other !== null) context.report(other, { state: 'answers' })
      else if (told) context.report(told, { state: 'fails', problem: 'desktop_cannot_tell', detail: null })
      told = other
      idleSources.lookAgain()
    },
  })
  return {
    soon: () => own.soon(),
    stop() {
      rounds.stop()
      own.stop()
    },
  }
}
