/** An engine's process as far as a probe sees it: starts one, names its pid once it runs, and waits to be killed. */
import { writeSync } from 'node:fs'
import type { ProbeKind } from '../../electron/engine/ports/probes.ts'
import { forkProbe } from '../../electron/hosts/forkProbe.ts'
import { sensorsOf } from './startedProbe.ts'

const [, , kind = 'desktop', entry = ''] = process.argv
const probe = await forkProbe(kind as ProbeKind, { entry })
probe.onMessage((message) => {
  if ((message as { type?: string }).type === 'running') writeSync(1, `${probe.pid}\n`)
})
probe.post({ type: 'want', sensors: sensorsOf(kind as ProbeKind) })
setInterval(() => {}, 60_000)
