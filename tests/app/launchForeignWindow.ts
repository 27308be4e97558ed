/** A window of another program on the same X display, with keys pressed as a keyboard would: who gets them is the test. */
import koffi from 'koffi'

const KEY_PRESS = 2
const KEY_PRESS_MASK = 1
/** Bytes of an XEvent, and where an XKeyEvent keeps its key, on 64-bit machines. */
const EVENT_BYTES = 192
const KEYCODE_AT = 84
const REVERT_TO_POINTER_ROOT = 1

export interface ForeignWindow {
  /** Gives it the keyboard, as a window manager would. */
  focus(): void
  hasFocus(): boolean
  /** Presses keys on the keyboard, all but the last held down meanwhile. */
  press(...keys: string[]): void
  /** Keys that arrived here since the last look. */
  keys(): string[]
  pointTo(x: number, y: number): void
  close(): void
}

function xlib() {
  const x = koffi.load('libX11.so.6')
  const test = koffi.load('libXtst.so.6')
  return {
    open: x.func('void *XOpenDisplay(const char *name)'),
    root: x.func('unsigned long XDefaultRootWindow(void *display)'),
    create: x.func(
      'unsigned long XCreateSimpleWindow(void *display, unsigned long parent, int x, int y, unsigned int width, unsigned int height, unsigned int border, unsigned long borderColour, unsigned long ground)',
    ),
    select: x.func('int XSelectInput(void *display, unsigned long window, long mask)'),
    map: x.func('int XMapWindow(void *display, unsigned long window)'),
    sync: x.func('int XSync(void *display, int discard)'),
    setFocus: x.func(
      'int XSetInputFocus(void *display, unsigned long window, int revertTo, unsigned long time)',
    ),
    getFocus: x.func('int XGetInputFocus(void *display, _Out_ unsigned long *window, _Out_ int *revertTo)'),
    keysym: x.func('unsigned long XStringToKeysym(const char *name)'),
    keycode: x.func('unsigned char XKeysymToKeycode(void *display, unsigned long keysym)'),
    pending: x.func('int XPending(void *display)'),
    next: x.func('int XNextEvent(void *display, void *event)'),
    close: x.func('int XCloseDisplay(void *display)'),
    fakeKey: test.func(
      'int XTestFakeKeyEvent(void *display, unsigned int keycode, int isPress, unsigned long delay)',
    ),
    fakeMotion: test.func(
      'int XTestFakeMotionEvent(void *display, int screen, int x, int y, unsigned long delay)',
    ),
  }
}

/** @param at where it stands, in pixels. */
export function foreignWindow(at: { x: number; y: number; width: number; height: number }): ForeignWindow {
  const x = xlib()
  const display: unknown = x.open(null)
  const window: number = x.create(display, x.root(display), at.x, at.y, at.width, at.height, 0, 0, 0xffffff)
  x.select(display, window, KEY_PRESS_MASK)
  x.map(display, window)
  x.sync(display, 0)
  const names = new Map<number, string>()
  const codeOf = (key: string): number => {
    const code: number = x.keycode(display, x.keysym(key))
    names.set(code, key)
    return code
  }
  return {
    focus() {
      x.setFocus(display, window, REVERT_TO_POINTER_ROOT, 0)
      x.sync(display, 0)
    },
    hasFocus() {
      const focused = [0]
      x.getFocus(display, focused, [0])
      return focused[0] === window
    },
    press(...keys) {
      const codes = keys.map(codeOf)
      for (const code of codes) x.fakeKey(display, code, 1, 0)
      for (const code of codes.toReversed()) x.fakeKey(display, code, 0, 0)
      x.sync(display, 0)
    },
    keys() {
      const arrived: string[] = []
      x.sync(display, 0)
      while (x.pending(display) > 0) {
        const event = Buffer.alloc(EVENT_BYTES)
        x.next(display, event)
        if (event.readInt32LE(0) === KEY_PRESS) arrived.push(names.get(event.readUInt32LE(KEYCODE_AT)) ?? '?')
      }
      return arrived
    },
    pointTo(toX, toY) {
      x.fakeMotion(display, -1, toX, toY, 0)
      x.sync(display, 0)
    },
    close: () => void x.close(display),
  }
}
