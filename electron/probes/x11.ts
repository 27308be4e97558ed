/** Idle time of an X server, by the extension made for it. */
import { type Ability, type Unable, unable } from './ability.ts'
import type { LoadLibrary, NativeLibrary } from './nativeLibrary.ts'

/** `XScreenSaverInfo`: an id, two ints, then times and a mask. On 64-bit systems, the only ones Lull runs on. */
const INFO_WORDS = 5
const IDLE_WORD = 3

/** A connection to the X server, or null when none can be reached. Ends with the process. */
function openDisplay(x11: NativeLibrary): unknown {
  return x11.func('void *XOpenDisplay(const char *name)')(null)
}

/**
 * Why an X server cannot be used, or null: some native code ends its process, or waits for ever, without one or
 * without an extension.
 */
export function displayProblem(load: LoadLibrary, extension: string | null = null): Unable | null {
  const x11 = load('libX11.so.6')
  const display = openDisplay(x11)
  if (!display) return unable('no_display')
  const has = x11.func('int XQueryExtension(void *d, const char *name, void *op, void *event, void *error)')
  const numbers = [0, 0, 0].map(() => new Int32Array(1))
  const lacks = extension !== null && !has(display, extension, ...numbers)
  x11.func('int XCloseDisplay(void *display)')(display)
  return lacks ? unable('desktop_cannot_tell', extension) : null
}

/** A server that goes away later ends this process: that is how Xlib is made. */
export function x11Idle(load: LoadLibrary): Ability<number> {
  let x11: NativeLibrary
  let saver: NativeLibrary
  try {
    x11 = load('libX11.so.6')
    saver = load('libXss.so.1')
  } catch {
    return unable('desktop_cannot_tell', 'libXss.so.1')
  }
  const display = openDisplay(x11)
  if (!display) return unable('no_display')
  const numbers = new Int32Array(2)
  const has = saver.func('int XScreenSaverQueryExtension(void *display, void *event, void *error)')
  if (!has(display, numbers.subarray(0, 1), numbers.subarray(1))) {
    return unable('desktop_cannot_tell', 'MIT-SCREEN-SAVER')
  }
  const root = x11.func('unsigned long XDefaultRootWindow(void *display)')(display)
  const query = saver.func('int XScreenSaverQueryInfo(void *display, unsigned long window, void *info)')
  const info = new BigUint64Array(INFO_WORDS)
  return {
    state: 'ready',
    source: 'x11',
    quality: 0.95,
    read: () => (query(display, root, info) ? Number(info[IDLE_WORD]) : null),
  }
}
