/** What counts as switching programs. */
import { describe, expect, test } from 'vitest'
import { appCategory, programName } from '../../../electron/core/presence/appCategory.ts'
import { appAt, noAppYet, withAppSample } from '../../../electron/core/presence/appInFront.ts'

function watched(...samples: [number, string | null][]) {
  let front = noAppYet
  let switches = 0
  for (const [second, app] of samples) {
    const [next, change] = withAppSample(front, { atMs: second * 1000, app })
    front = next
    if (change === 'switched') switches += 1
  }
  return { front, switches }
}

describe('a switch', () => {
  test('is another program in front twice', () => {
    expect(watched([0, 'a'], [2, 'b'], [4, 'b'], [6, 'b']).switches).toBe(1)
  })
  test('is not a window that flashes by', () => {
    expect(watched([0, 'a'], [2, 'b'], [4, 'a'], [6, 'b'], [8, 'a'], [10, 'c'], [12, 'a']).switches).toBe(0)
    expect(watched([0, 'a'], [2, 'b'], [4, 'c'], [6, 'd'], [8, 'a']).switches).toBe(0)
  })
  test('is not the first program, nor one after a time nobody could tell', () => {
    expect(watched([0, 'a'], [2, 'a']).switches).toBe(0)
    expect(watched([0, 'a'], [2, null], [4, null], [6, 'b'], [8, 'b']).switches).toBe(0)
    expect(watched([0, 'a'], [60, 'b'], [62, 'b']).switches).toBe(0)
  })
  test('is not a sample that came late', () => {
    expect(watched([10, 'a'], [4, 'b'], [6, 'b'], [12, 'a']).switches).toBe(0)
  })
})

test('what is in front is known for ten seconds', () => {
  const { front } = watched([0, 'a'])
  expect([appAt(front, 10_000), appAt(front, 10_001), appAt(noAppYet, 0)]).toEqual(['a', null, null])
})

describe('kinds of programs', () => {
  test.each([
    ['Thunderbird', 'comms'],
    ['org.mozilla.Thunderbird', 'comms'],
    ['OUTLOOK.EXE', 'comms'],
    ['zoom.us', 'comms'],
    ['ms-teams.exe', 'comms'],
    ['Code', 'dev'],
    ['C:\\Program Files\\JetBrains\\idea64.exe', 'dev'],
    ['org.gnome.Ptyxis', 'dev'],
    ['Terminal.app', 'dev'],
    ['dev.zed.Zed', 'dev'],
    ['WINWORD.EXE', 'docs'],
    ['soffice.bin', 'docs'],
    ['org.gnome.Evince', 'docs'],
    ['org.libreoffice.LibreOffice.Writer', 'docs'],
    ['Spotify', 'media'],
    ['mpv', 'media'],
    ['firefox', 'other'],
    ['something nobody knows', 'other'],
  ])('%s: %s', (app, category) => expect(appCategory(programName(app), new Map())).toBe(category))

  test("a person's choice comes first", () => {
    expect(appCategory('firefox', new Map([['firefox', 'comms']]))).toBe('comms')
  })
})
