/** A real message bus of the test's own: at its own address, with its own rules, gone with the test. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../../engineParts.ts'

const CONFIG = (
  address: string,
) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`

export interface DbusDaemon {
  address: string
  start(): Promise<void>
  /** Ends it as a crash would; connections are cut. */
  kill(): Promise<void>
  /** It keeps its sockets and answers nothing. */
  freeze(): void
  thaw(): void
}

export async function dbusDaemon({ started = true } = {}): Promise<DbusDaemon> {
  const folder = temporaryFolder()
  const socket = join(folder, 'bus')
  const address = `unix:path=${socket}`
  const config = join(folder, 'bus.conf')
  writeFileSync(config, CONFIG(address))
  let child: ChildProcess | null = null

  const daemon: DbusDaemon = {
    address,
    async start() {
      rmSync(socket, { force: true })
      child = spawn('/usr/bin/dbus-daemon', ['--nofork', `--config-file=${config}`, '--print-address=1'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      if (child.stdout) await once(child.stdout, 'data')
    },
    async kill() {
      const dying = child
      child = null
      if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
      const gone = once(dying, 'exit')
      dying.kill('SIGKILL')
      await gone
    },
    freeze: () => child?.kill('SIGSTOP'),
    thaw: () => child?.kill('SIGCONT'),
  }
  onTestFinished(() => daemon.kill())
  if (started) await daemon.start()
  return daemon
}
