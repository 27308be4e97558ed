/**
 * What the commands of each system print, turned into yes, no or unknown. The texts of Linux are recorded from
 * PulseAudio 16.1 and PipeWire 0.3.65; those of Windows and macOS are written after published examples.
 */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consentStoreUse } from '../../../electron/core/presence/consentStore.ts'
import { consoleState } from '../../../electron/core/presence/ioRegistry.ts'
import { pipewireUse } from '../../../electron/core/presence/pipewireUse.ts'
import { powerAssertions } from '../../../electron/core/presence/powerAssertions.ts'
import {
  isMicrophoneUsed,
  monitorSourcesFrom,
  sourceOutputsFrom,
} from '../../../electron/core/presence/sourceOutputs.ts'
import { cameraUse, isVideoDevice } from '../../../electron/core/presence/videoHolders.ts'

const text = (name: string) =>
  readFileSync(new URL(`../../fixtures/system/${name}.txt`, import.meta.url), 'utf8')
const garbage = ['', '{', 'null', '[1]', '[null]', '{"a":1}', 'Connection failure: Connection refused\n']

describe('who records, by pactl', () => {
  const used = (outputs: string, sources = 'pulse-sources') => {
    const list = sourceOutputsFrom(text(outputs))
    return list && isMicrophoneUsed(list, monitorSourcesFrom(text(sources)))
  }

  test('JSON and plain text say the same', () => {
    expect(sourceOutputsFrom(text('pulse-two-recordings'))).toEqual(
      sourceOutputsFrom(text('pulse-two-recordings-json')),
    )
    expect(used('pulse-two-recordings')).toBe(true)
    expect(used('pulse-two-recordings-json')).toBe(true)
  })

  test('a program that hears the speakers makes no call', () => {
    expect(used('pulse-speakers-only-json')).toBe(false)
  })

  test('a module of the server makes no call', () => {
    expect(used('pulse-loopback-json')).toBe(false)
  })

  test('PipeWire in the place of PulseAudio', () => {
    expect(used('pipewire-two-recordings-json', 'pipewire-sources')).toBe(true)
    const [speakers, microphone] = sourceOutputsFrom(text('pipewire-two-recordings-json')) ?? []
    expect(microphone).toEqual({
      source: 50,
      isPaused: false,
      isOwnedByServer: false,
      hearsSpeakers: false,
    })
    expect(speakers?.hearsSpeakers).toBe(true)
  })

  test('paused, or a level meter: no call', () => {
    const one = (change: string, to: string) => {
      const list = sourceOutputsFrom(text('pulse-two-recordings-json').replaceAll(change, to))
      return list && isMicrophoneUsed(list, new Set())
    }
    expect(one('"corked":false', '"corked":true')).toBe(false)
    expect(one('"resample_method":""', '"resample_method":"peaks"')).toBe(false)
    expect(one('"mute":false', '"mute":true')).toBe(true)
  })

  test('nobody records', () => {
    expect(sourceOutputsFrom('[]')).toEqual([])
    expect(sourceOutputsFrom('')).toEqual([])
  })

  test.each(['{', '[1]', '[null]', '[', 'Connection failure: Connection refused'])(
    '%j is no list',
    (other) => {
      expect(sourceOutputsFrom(other)).toBeNull()
    },
  )

  test('monitors in both forms', () => {
    const json = '[{"index":7,"name":"a.monitor"},{"index":8,"name":"b"},3,null]'
    expect(monitorSourcesFrom(json)).toEqual(new Set([7]))
    expect(monitorSourcesFrom(text('pipewire-sources'))).toEqual(new Set([43]))
    expect(monitorSourcesFrom('nonsense')).toEqual(new Set())
  })
})

describe('what runs through PipeWire, by pw-dump', () => {
  const node = (props: object, state = 'running') =>
    JSON.stringify([{ type: 'PipeWire:Interface:Node', info: { state, props } }])
  const shared = (props: object, state?: string) => pipewireUse(node(props, state))?.isScreenShared

  test('a microphone, and speakers that are heard', () => {
    expect(pipewireUse(text('pw-dump-recording-json'))).toEqual({
      isScreenShared: false,
      isMicrophoneUsed: true,
    })
    expect(pipewireUse(text('pw-dump-speakers-only-json'))?.isMicrophoneUsed).toBe(false)
  })

  test('a shared screen of GNOME and KDE, and of wlroots', () => {
    expect(shared({ 'media.class': 'Stream/Output/Video', 'node.name': 'gnome-shell' })).toBe(true)
    const wlroots = { 'media.class': 'Video/Source', 'node.name': 'xdg-desktop-portal-wlr' }
    expect(shared(wlroots)).toBe(true)
    expect(shared(wlroots, 'suspended')).toBe(false)
  })

  test('a camera is no shared screen', () => {
    expect(shared({ 'media.class': 'Video/Source', 'device.api': 'v4l2' })).toBe(false)
    expect(shared({ 'media.class': 'Video/Source', 'media.role': 'Camera' })).toBe(false)
    expect(shared({ 'media.class': 'Stream/Input/Video' })).toBe(false)
  })

  test('other text is no dump', () => {
    for (const other of ['', '{', 'null', '{"a":1}', '12']) expect(pipewireUse(other)).toBeNull()
    for (const odd of ['[]', '[1]', '[null]', '[{"type":"PipeWire:Interface:Node","info":7}]']) {
      expect(pipewireUse(odd)).toEqual({ isScreenShared: false, isMicrophoneUsed: false })
    }
  })
})

describe('the list of uses of Windows', () => {
  test('in use while an end is missing', () => {
    expect(consentStoreUse(text('reg-webcam-used'))).toBe(true)
    expect(consentStoreUse(text('reg-webcam-idle'))).toBe(false)
  })

  test('with the line ends of Windows', () => {
    expect(consentStoreUse(text('reg-webcam-used').replaceAll('\n', '\r\n'))).toBe(true)
  })

  test('other text is unknown', () => {
    for (const other of garbage) expect(consentStoreUse(other)).toBeNull()
    expect(
      consentStoreUse('ERROR: The system was unable to find the specified registry key or value.'),
    ).toBeNull()
  })
})

describe('what keeps a Mac awake', () => {
  test('a call, and music', () => {
    expect(powerAssertions(text('pmset-call'))).toEqual({ keptAwake: true, isMicrophoneUsed: true })
    expect(powerAssertions(text('pmset-music'))).toEqual({ keptAwake: false, isMicrophoneUsed: false })
  })

  test('other text is unknown', () => {
    for (const other of garbage) expect(powerAssertions(other)).toBeNull()
    expect(powerAssertions('Assertion status system-wide:\n')).toEqual({
      keptAwake: null,
      isMicrophoneUsed: false,
    })
  })
})

test('idle time and lock of a Mac', () => {
  expect(consoleState(text('ioreg-hid'))).toEqual({ idleMs: 47_212, locked: null })
  expect(consoleState(text('ioreg-root'))).toEqual({ idleMs: null, locked: true })
  for (const other of garbage) expect(consoleState(other)).toEqual({ idleMs: null, locked: null })
})

describe('cameras', () => {
  test('only video devices of the folder', () => {
    expect(isVideoDevice('/dev/video0', '/dev')).toBe(true)
    expect(isVideoDevice('/dev/video12', '/dev')).toBe(true)
    for (const other of ['/dev/videos', '/dev/v4l/video0', '/tmp/video0', '/dev/video', 'socket:[7]', '']) {
      expect(isVideoDevice(other, '/dev')).toBe(false)
    }
  })

  test.each([
    [{ devices: 0, isHeld: false, isWhole: true }, false],
    [{ devices: 2, isHeld: true, isWhole: false }, true],
    [{ devices: 2, isHeld: false, isWhole: true }, false],
    [{ devices: 2, isHeld: false, isWhole: false }, null],
    [{ devices: null, isHeld: false, isWhole: true }, null],
    [{ devices: null, isHeld: true, isWhole: true }, true],
  ])('%j: in use %s', (holders, used) => {
    expect(cameraUse(holders)).toBe(used)
  })
})

test('no text whatever makes a reader throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (any) => {
      for (const read of [consentStoreUse, consoleState, pipewireUse, powerAssertions, monitorSourcesFrom])
        read(any)
      const outputs = sourceOutputsFrom(any)
      if (outputs) isMicrophoneUsed(outputs, new Set())
    }),
  )
})
