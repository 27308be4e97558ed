/** A probe in a real child process, with everything it said. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ProbeMessage } from '../../electron/core/presence/probeMessage.ts'
import type { SensorId } from '../../electron/core/presence/sensor.ts'
import type { ProbeKind } from '../../electron/engine/ports/probes.ts'
import { forkProbe } from '../../electron/hosts/forkProbe.ts'

const root = join(import.meta.dirname, '../..')
export const sourceEntry = join(root, 'electron/hosts/probe.ts')
export const builtEntry = join(root, 'out/main/probe.cjs')
/** The entry from source, and as it is shipped where it was built. */
export const entries = [sourceEntry, builtEntry].filter((entry) => existsSync(entry))

export const sensorsOf = (kind: ProbeKind): SensorId[] =>
  kind === 'desktop' ? ['presence', 'screen', 'apps'] : ['input']

export async function startedProbe(kind: ProbeKind, env: NodeJS.ProcessEnv, entry = sourceEntry) {
  const probe = await forkProbe(kind, { entry, env })
  const messages: ProbeMessage[] = []
  probe.onMessage((message) => messages.push(message as ProbeMessage))
  return {
    ...probe,
    messages,
    of: <Type extends ProbeMessage['type']>(type: Type) =>
      messages.filter((message) => message.type === type) as Extract<ProbeMessage, { type: Type }>[],
    want: (...sensors: SensorId[]) => probe.post({ type: 'want', sensors }),
  }
}
export type StartedProbe = Awaited<ReturnType<typeof startedProbe>>
