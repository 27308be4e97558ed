/** Of the window in front only the program's name and whether it fills the screen are taken. */
import { expect, it } from 'vitest'
import { appName, frontWindowOf } from '../../electron/probes/frontWindow.ts'

/** As x-win answers, with everything that must not be touched. */
function nativeWindow(change: object = {}) {
  const untouchable = (name: string) => ({
    get: () => {
      throw new Error(`${name} was read`)
    },
    enumerable: true,
  })
  const info = { name: 'Navigator', execName: 'firefox' }
  Object.defineProperty(info, 'path', untouchable('path'))
  const window = { id: 7, info, position: { isFullScreen: false }, ...change }
  for (const name of ['title', 'url', 'usage', 'getIcon']) {
    Object.defineProperty(window, name, untouchable(name))
  }
  return window
}

it('takes the name and nothing else', () => {
  expect(frontWindowOf(nativeWindow())).toEqual({ app: 'firefox', fullScreen: false })
  expect(frontWindowOf(nativeWindow({ position: { isFullScreen: true } }))).toEqual({
    app: 'firefox',
    fullScreen: true,
  })
})

it('knows that no window is in front', () => {
  expect(frontWindowOf(nativeWindow({ id: 0, info: { name: '', execName: '' } }))).toEqual({
    app: null,
    fullScreen: false,
  })
})

it.each([
  [{ execName: 'WINWORD.EXE', name: 'Microsoft Word' }, 'WINWORD'],
  [{ execName: 'firefox (deleted)', name: 'firefox' }, 'firefox'],
  [{ execName: '.gimp-wrapped', name: 'Gimp' }, 'gimp'],
  // macOS has no file name.
  [{ execName: '', name: 'Safari' }, 'Safari'],
  // A file that runs many programs.
  [{ execName: 'java', name: 'jetbrains-idea' }, 'jetbrains-idea'],
  [{ execName: 'python3.11', name: 'Zim' }, 'Zim'],
  [{ execName: 'wine64-preloader', name: 'notepad.exe' }, 'notepad'],
  [{ execName: 'java', name: '' }, 'java'],
  // Nothing that could be an address or a path, and nothing endless.
  [{ execName: '', name: 'https://mail.example/inbox' }, null],
  [{ execName: '', name: 'C:\\Users\\ada\\letter.doc' }, null],
  [{ execName: 'x'.repeat(121), name: '' }, null],
  [{ execName: '', name: '' }, null],
])('names %j as %s', (info, expected) => {
  expect(appName(info)).toBe(expected)
})
