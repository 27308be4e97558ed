/** `npm start` must open something wherever it runs, and say in one line why it is not what one expected. */
import { describe, expect, it } from 'vitest'
import { electronAddress } from '../../electron/hosts/electronBinary.ts'
import { browserCommand } from '../../electron/hosts/openBrowser.ts'
import { startOptions } from '../../electron/hosts/options.ts'
import { failedToStart, nodeProblem, planStart, type StartFacts } from '../../electron/hosts/planStart.ts'

const electron = { path: '/e/electron', major: 45 }
const facts = (change: Partial<StartFacts> = {}, args: string[] = []): StartFacts => ({
  options: startOptions(args),
  platform: 'linux',
  isRoot: false,
  hasDisplay: true,
  electron,
  ...change,
})

describe('planStart', () => {
  it('opens Electron where it is, with its sandbox and its own engine', () => {
    expect(planStart(facts())).toEqual({
      door: 'electron',
      path: '/e/electron',
      args: [],
      line: null,
      engineInNode: false,
    })
  })

  it('runs the engine beside an Electron too old for the native modules', () => {
    expect(planStart(facts({ electron: { path: '/e', major: 25 } }))).toMatchObject({ engineInNode: true })
  })

  it('fetches Electron once, and goes to the browser with a line when that fails', () => {
    expect(planStart(facts({ electron: undefined }))).toEqual({ door: 'fetch' })
    expect(planStart(facts({ electron: null }))).toMatchObject({ door: 'browser', line: expect.any(String) })
  })

  it('opens the browser host without a display, without trying to fetch anything', () => {
    const plan = planStart(facts({ hasDisplay: false, electron: undefined }))
    expect(plan).toMatchObject({ door: 'browser', line: expect.stringContaining('no display') })
  })

  it.each(['--browser', '--print-link'])('does as asked with %s, without a word', (option) => {
    expect(planStart(facts({}, [option]))).toEqual({ door: 'browser', line: null })
  })

  it('tells root that the sandbox is off', () => {
    const plan = planStart(facts({ isRoot: true }))
    expect(plan).toMatchObject({ args: ['--no-sandbox'], line: expect.stringContaining('root') })
  })

  it('leaves the sandbox on unless asked', () => {
    expect(planStart(facts({}, ['--no-sandbox']))).toMatchObject({ args: ['--no-sandbox'], line: null })
  })
})

describe('failedToStart', () => {
  it('is an early end with an error, not quitting and not a late crash', () => {
    expect(failedToStart(127, 80)).toBe(true)
    expect(failedToStart(null, 80)).toBe(true)
    expect(failedToStart(0, 80)).toBe(false)
    expect(failedToStart(1, 60_000)).toBe(false)
  })
})

describe('nodeProblem', () => {
  it('names the way out for a Node that is too old', () => {
    expect(nodeProblem('v20.19.0')).toContain('npm ci')
    expect(nodeProblem('v24.2.0')).toBeNull()
  })
})

describe('electronAddress', () => {
  it('is the release file of this platform', () => {
    expect(electronAddress('45.4.1', {}, 'linux', 'x64')).toBe(
      'https://github.com/electron/electron/releases/download/v45.4.1/electron-v45.4.1-linux-x64.zip',
    )
  })

  it('follows a mirror with its own folders, as the installer does', () => {
    const env = { ELECTRON_MIRROR: 'https://mirror.example/e/', ELECTRON_CUSTOM_DIR: '{{ version }}' }
    expect(electronAddress('45.4.1', env, 'darwin', 'arm64')).toBe(
      'https://mirror.example/e/45.4.1/electron-v45.4.1-darwin-arm64.zip',
    )
  })
})

describe('browserCommand', () => {
  it('prints where nothing can be shown, and obeys LULL_BROWSER', () => {
    expect(browserCommand('http://x', {}, 'linux')).toBeNull()
    expect(browserCommand('http://x', { LULL_BROWSER: 'none', DISPLAY: ':0' }, 'linux')).toBeNull()
    expect(browserCommand('http://x', { LULL_BROWSER: 'firefox' }, 'linux')?.command).toBe('firefox')
    expect(browserCommand('http://x', { DISPLAY: ':0' }, 'linux')?.command).toBe('xdg-open')
  })
})
