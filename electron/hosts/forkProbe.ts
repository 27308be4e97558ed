/** Starts a probe in a child process, and turns a channel to one into the engine's view of it. */
import type { ProbeKind, ProbeProcess } from '../engine/ports/probes.ts'
import { type Child, type ForkOptions, forkChild } from './forkChild.ts'
import { probeEnvironment } from './probeEnvironment.ts'

/** A probe process that is already there, at the other end of the child's port. */
export function probeOf({ port, ended, end }: Child): ProbeProcess {
  return {
    onMessage: (listener) => port.on('message', (event) => listener(event?.data)),
    post: (message) => port.postMessage(message),
    ended,
    end,
  }
}

/** @throws when the process cannot be started. */
export async function forkProbe(
  kind: ProbeKind,
  options: ForkOptions & { env?: NodeJS.ProcessEnv },
): Promise<ProbeProcess & { pid: number | undefined }> {
  const { env = process.env, ...rest } = options
  const child = await forkChild({ ...rest, args: [kind], env: probeEnvironment(env) })
  return { ...probeOf(child), pid: child.pid }
}
