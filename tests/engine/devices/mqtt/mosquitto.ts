/** A real mosquitto for tests: on loopback, with a folder and a configuration of its own, ended with the test. */
import { type ChildProcess, spawn } from 'node:child_process'
import { pbkdf2Sync } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'

const PLACES = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/opt/homebrew/sbin/mosquitto']
const program = PLACES.find((path) => existsSync(path)) ?? null

/** For `describe.skipIf`: real brokers are tested where there is one. */
export const noMosquitto = program === null
export const mosquittoTitle = noMosquitto ? 'mosquitto is not installed: not tested' : 'mosquitto'

export const tlsFile = (name: string) => resolve(import.meta.dirname, '../../../fixtures/tls', name)

export interface BrokerOptions {
  /** Name of a certificate in tests/fixtures/tls; without it the line is plain. */
  certificate?: 'broker' | 'elsewhere' | 'expired'
  /** User → password; without it everyone may come. */
  users?: Readonly<Record<string, string>>
  /** Lines of an access list. */
  acl?: readonly string[]
  /** Keeps sessions and queued messages over a restart, saved after every change. */
  persistence?: boolean
  /** More lines of the configuration. */
  extra?: readonly string[]
}

export interface Mosquitto {
  port: number
  folder: string
  /** Starts it again after `stop`; a broker that runs goes on. */
  start(): Promise<void>
  /** Ends the process: `SIGTERM` lets it say goodbye, `SIGKILL` does not. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Stops it in its tracks: its lines stay open and nothing is answered. */
  freeze(): void
  /** Ends it and removes its folder. */
  remove(): Promise<void>
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => (port > 0 ? done(port) : failed(new Error('no free port'))))
    })
  })
}

/** The line mosquitto_passwd would write: PBKDF2 with SHA-512, 101 rounds. */
function passwordLine(user: string, password: string): string {
  const salt = Buffer.from('lulltestsalt')
  const hash = pbkdf2Sync(password, salt, 101, 64, 'sha512')
  return `${user}:$7$101$${salt.toString('base64')}$${hash.toString('base64')}`
}

function writeConfiguration(folder: string, port: number, options: BrokerOptions): string {
  const { certificate, users, acl, persistence = false, extra = [] } = options
  const at = (name: string) => join(folder, name)
  const lines = [
    `listener ${port} 127.0.0.1`,
    // Started as root it would become another user, who may not read this folder.
    `user ${userInfo().username}`,
    `allow_anonymous ${users === undefined}`,
    'max_queued_messages 0',
    ...(persistence
      ? [
          'persistence true',
          `persistence_location ${folder}/`,
          'autosave_interval 1',
          'autosave_on_changes true',
        ]
      : ['persistence false']),
  ]
  if (certificate) {
    lines.push(`certfile ${tlsFile(`${certificate}.pem`)}`, `keyfile ${tlsFile(`${certificate}.key`)}`)
  }
  if (users) {
    const text = Object.entries(users).map(([user, password]) => `${passwordLine(user, password)}\n`)
    writeFileSync(at('passwords'), text.join(''), { mode: 0o600 })
    lines.push(`password_file ${at('passwords')}`)
  }
  if (acl) {
    writeFileSync(at('acl'), `${acl.join('\n')}\n`, { mode: 0o600 })
    lines.push(`acl_file ${at('acl')}`)
  }
  writeFileSync(at('mosquitto.conf'), `${[...lines, ...extra].join('\n')}\n`)
  return at('mosquitto.conf')
}

function isListening(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
      .once('connect', () => {
        socket.destroy()
        done(true)
      })
      .once('error', () => done(false))
  })
}

async function listening(port: number, child: ChildProcess, said: string[]): Promise<void> {
  for (let tries = 0; tries < 2000; tries++) {
    if (child.exitCode !== null) throw new Error(`mosquitto ended at once: ${said.join('')}`)
    if (await isListening(port)) return
    await new Promise((wait) => setTimeout(wait, 5))
  }
  throw new Error('mosquitto does not listen')
}

export async function mosquitto(options: BrokerOptions = {}): Promise<Mosquitto> {
  const folder = mkdtempSync(join(tmpdir(), 'lull-mosquitto-'))
  const port = await freePort()
  const configuration = writeConfiguration(folder, port, options)
  let child: ChildProcess | null = null
  const broker: Mosquitto = {
    port,
    folder,
    async start() {
      if (child !== null) return
      const said: string[] = []
      child = spawn(program ?? 'mosquitto', ['-c', configuration], { stdio: ['ignore', 'ignore', 'pipe'] })
      child.stderr?.on('data', (text) => said.push(String(text)))
      await listening(port, child, said)
    },
    async stop(signal = 'SIGTERM') {
      const running = child
      child = null
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const gone = new Promise((done) => running.once('exit', done))
      running.kill(signal)
      await gone
    },
    freeze() {
      child?.kill('SIGSTOP')
    },
    async remove() {
      await broker.stop('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await broker.start()
  return broker
}
