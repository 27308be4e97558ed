/** Camera, microphone and shared screen on each system, from the commands each system has. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { RunCommand } from '../../../../../electron/engine/devices/system/commands/runCommand.ts'
import { NoAnswerError } from '../../../../../electron/engine/devices/system/question.ts'
import { startCalls } from '../../../../../electron/engine/devices/system/sensors/callsSensor.ts'
import { temporaryFolder } from '../../../engineParts.ts'
import { type ContextOptions, stopped, testContext } from '../testContext.ts'

const text = (name: string) =>
  readFileSync(new URL(`../../../../fixtures/system/${name}.txt`, import.meta.url), 'utf8')
const until = (fact: () => void) => vi.waitFor(fact, { timeout: 10_000, interval: 5 })

/** Answers commands by their line; what is not listed is not installed. */
function commands(answers: Record<string, string | Error>) {
  const ran: string[] = []
  const run: RunCommand = async (file, args) => {
    const line = [file, ...args].join(' ')
    ran.push(line)
    const answer = answers[line]
    if (answer === undefined) throw Object.assign(new Error('not there'), { code: 'ENOENT' })
    if (answer instanceof Error) throw answer
    return answer
  }
  return { run, ran, answers }
}

const PACTL_JSON = '/usr/bin/pactl --format=json list source-outputs'
const PACTL_TEXT = '/usr/bin/pactl list source-outputs'
const SOURCES = '/usr/bin/pactl list short sources'
const DUMP = '/usr/bin/pw-dump'

/** A runtime folder with the sockets of these servers. */
function runtime(...servers: ('pulse' | 'pipewire')[]): string {
  const folder = temporaryFolder()
  if (servers.includes('pulse')) {
    mkdirSync(join(folder, 'pulse'))
    writeFileSync(join(folder, 'pulse', 'native'), '')
  }
  if (servers.includes('pipewire')) writeFileSync(join(folder, 'pipewire-0'), '')
  return folder
}

function calls(options: ContextOptions) {
  const it = testContext(options)
  stopped(startCalls(it.context))
  const told = (fact: 'inCall' | 'sharing', source: string) => {
    const reading = it.sink.last(fact, source)
    return reading === undefined ? 'nothing' : reading.value
  }
  const everythingTold = (rounds: number) =>
    until(() => expect(it.sink.facts.filter((one) => one.source === 'microphone')).toHaveLength(rounds))
  return { ...it, told, everythingTold }
}

describe('Linux', () => {
  const noCamera = { dev: temporaryDev(), proc: '/nowhere' }

  test('somebody records, nobody films', async () => {
    const { run } = commands({
      [PACTL_JSON]: text('pulse-two-recordings-json'),
      [SOURCES]: text('pulse-sources'),
    })
    const { told, everythingTold, sources } = calls({
      run,
      env: { XDG_RUNTIME_DIR: runtime('pulse') },
      folders: noCamera,
    })
    await everythingTold(1)
    expect([told('inCall', 'camera'), told('inCall', 'microphone'), told('sharing', 'pipewire')]).toEqual([
      false,
      true,
      null,
    ])
    expect(sources.get('camera')).toEqual({ state: 'answers' })
    expect(sources.get('microphone')).toEqual({ state: 'answers' })
  })

  test('which sources are speakers is asked only when somebody records', async () => {
    const { run, ran, answers } = commands({ [PACTL_JSON]: '[]', [SOURCES]: text('pulse-sources') })
    const { told, everythingTold, clock } = calls({
      run,
      env: { XDG_RUNTIME_DIR: runtime('pulse') },
      folders: noCamera,
    })
    await everythingTold(1)
    expect([told('inCall', 'microphone'), ran]).toEqual([false, [PACTL_JSON]])
    answers[PACTL_JSON] = text('pulse-speakers-only-json')
    clock.advance(10_000)
    await everythingTold(2)
    expect(told('inCall', 'microphone')).toBe(false)
    expect(ran.at(-1)).toBe(SOURCES)
  })

  test('an older pactl is asked for plain text, and for that alone from then on', async () => {
    const { run, ran } = commands({
      [PACTL_TEXT]: text('pulse-two-recordings'),
      [SOURCES]: text('pulse-sources'),
    })
    const { told, everythingTold, clock } = calls({
      run,
      env: { XDG_RUNTIME_DIR: runtime('pulse') },
      folders: noCamera,
    })
    await everythingTold(1)
    expect(told('inCall', 'microphone')).toBe(true)
    clock.advance(10_000)
    await everythingTold(2)
    expect(ran).toEqual([PACTL_JSON, PACTL_TEXT, SOURCES, PACTL_TEXT, SOURCES])
  })

  test('without pactl the microphone is unknown, never a "no"', async () => {
    const { run } = commands({})
    const { told, everythingTold, sources } = calls({
      run,
      env: { XDG_RUNTIME_DIR: runtime('pulse') },
      folders: noCamera,
    })
    await everythingTold(1)
    expect([told('inCall', 'microphone'), told('sharing', 'pipewire')]).toEqual([null, null])
    expect(sources.get('microphone')).toEqual({
      state: 'fails',
      problem: 'desktop_cannot_tell',
      detail: null,
    })
  })

  test('no server is started by asking for it', async () => {
    const { run, ran } = commands({ [PACTL_JSON]: '[]', [DUMP]: '[]' })
    const { told, everythingTold } = calls({
      run,
      env: { XDG_RUNTIME_DIR: runtime(), XDG_SESSION_TYPE: 'wayland' },
      folders: noCamera,
    })
    await everythingTold(1)
    expect(ran).toEqual([])
    expect(told('inCall', 'microphone')).toBeNull()
  })

  test('PipeWire alone tells of the microphone too', async () => {
    const { run, ran } = commands({ [DUMP]: text('pw-dump-recording-json') })
    const { told, everythingTold } = calls({
      run,
      env: { XDG_RUNTIME_DIR: runtime('pipewire') },
      folders: noCamera,
    })
    await everythingTold(1)
    expect([told('inCall', 'microphone'), ran]).toEqual([true, [DUMP]])
    // Under X11 its silence says nothing about the screen.
    expect(told('sharing', 'pipewire')).toBeNull()
  })

  test.each([
    ['wayland', true, true],
    ['wayland', false, false],
    ['x11', true, true],
    ['x11', false, null],
  ])('a screen under %s, shown %s: %s', async (session, isShown, expected) => {
    const node = {
      type: 'PipeWire:Interface:Node',
      info: { state: 'running', props: { 'media.class': 'Stream/Output/Video' } },
    }
    const { run } = commands({ [DUMP]: JSON.stringify(isShown ? [node] : []) })
    const { told, everythingTold } = calls({
      run,
      env: { XDG_RUNTIME_DIR: runtime('pipewire'), XDG_SESSION_TYPE: session, DISPLAY: ':0' },
      folders: noCamera,
    })
    await everythingTold(1)
    expect(told('sharing', 'pipewire')).toBe(expected)
  })

  test('in a sandbox the camera is unknown', async () => {
    const { run } = commands({})
    const { told, everythingTold } = calls({ run, env: { FLATPAK_ID: 'org.example' }, folders: noCamera })
    await everythingTold(1)
    expect(told('inCall', 'camera')).toBeNull()
  })

  test('a command that hangs is unknown, and no other is tried in its place', async () => {
    const { run, ran } = commands({ [PACTL_JSON]: new NoAnswerError('it hangs') })
    const { told, everythingTold, sources } = calls({
      run,
      env: { XDG_RUNTIME_DIR: runtime('pulse') },
      folders: noCamera,
    })
    await everythingTold(1)
    expect([told('inCall', 'microphone'), ran]).toEqual([null, [PACTL_JSON]])
    expect(sources.get('microphone')).toEqual({ state: 'fails', problem: 'hung', detail: null })
  })
})

function temporaryDev(): string {
  // A folder without cameras that every system has.
  return '/proc/self/ns'
}

describe('Windows', () => {
  const STORE = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore'
  const query = (device: string) => `C:\\Windows\\System32\\reg.exe query ${STORE}\\${device} /s`

  test('camera and microphone by the list of uses', async () => {
    const { run, ran } = commands({
      [query('webcam')]: text('reg-webcam-used'),
      [query('microphone')]: text('reg-webcam-idle').replaceAll('webcam', 'microphone'),
    })
    const { told, everythingTold } = calls({ platform: 'win32', run })
    await everythingTold(1)
    expect([told('inCall', 'camera'), told('inCall', 'microphone'), told('sharing', 'pipewire')]).toEqual([
      true,
      false,
      'nothing',
    ])
    expect(ran).toHaveLength(2)
  })

  test('no list is unknown', async () => {
    const { run } = commands({})
    const { told, everythingTold } = calls({ platform: 'win32', run })
    await everythingTold(1)
    expect([told('inCall', 'camera'), told('inCall', 'microphone')]).toEqual([null, null])
  })
})

describe('macOS', () => {
  test.each([
    ['pmset-call', true],
    ['pmset-music', null],
  ])('%s: the microphone says %s, and never "no" for the camera', async (name, expected) => {
    const { run } = commands({ '/usr/bin/pmset -g assertions': text(name) })
    const { told, everythingTold } = calls({ platform: 'darwin', run })
    await everythingTold(1)
    expect([told('inCall', 'microphone'), told('inCall', 'camera')]).toEqual([expected, 'nothing'])
  })
})

test('a system nobody knows is told as such', () => {
  const { sources } = calls({ platform: 'sunos' })
  expect(sources.get('camera')).toEqual({ state: 'fails', problem: 'desktop_cannot_tell', detail: null })
})
