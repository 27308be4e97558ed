/** Somebody at an X11 desktop: a process with a real window, a keyboard and a pointer, told by messages what to do. */
import koffi from 'koffi'
import { answerOf } from '../../electron/probes/ability.ts'
import { x11Idle } from '../../electron/probes/x11.ts'

export type Deed =
  /** Puts a window in front. `pid` is the process it says it belongs to; our own by default. */
  | { do: 'show'; pid?: number; wmClass: string; title: string; fullScreen: boolean }
  | { do: 'showNothing' }
  | { do: 'press'; keysyms: number[] }
  | { do: 'click'; buttons: number[] }
  | { do: 'move'; to: [number, number][] }
  /** Answers with the idle time our own code reads, ms. */
  | { do: 'askIdle' }

const x11 = koffi.load('libX11.so.6')
const test = koffi.load('libXtst.so.6')
const atomOf = x11.func('unsigned long XInternAtom(void *d, const char *name, int onlyIfExists)')
const changeProperty = x11.func(
  'int XChangeProperty(void *d, unsigned long w, unsigned long p, unsigned long type, int format, int mode, void *data, int n)',
)
const deleteProperty = x11.func('int XDeleteProperty(void *d, unsigned long w, unsigned long p)')
const sync = x11.func('int XSync(void *d, int discard)')
const keycodeOf = x11.func('uint8_t XKeysymToKeycode(void *d, unsigned long keysym)')
const fakeKey = test.func('int XTestFakeKeyEvent(void *d, unsigned int code, int press, unsigned long delay)')
const fakeButton = test.func(
  'int XTestFakeButtonEvent(void *d, unsigned int b, int press, unsigned long delay)',
)
const fakeMotion = test.func(
  'int XTestFakeMotionEvent(void *d, int screen, int x, int y, unsigned long delay)',
)

const display = x11.func('void *XOpenDisplay(const char *name)')(null)
const root = x11.func('unsigned long XDefaultRootWindow(void *d)')(display)
const window = x11.func(
  'unsigned long XCreateSimpleWindow(void *d, unsigned long parent, int x, int y, unsigned int w, unsigned int h, unsigned int border, unsigned long colour, unsigned long background)',
)(display, root, 20, 20, 300, 200, 0, 0, 0)
x11.func('int XMapWindow(void *d, unsigned long w)')(display, window)
const idle = x11Idle(koffi.load)

const atom = (name: string) => atomOf(display, name, 0)
function setNumbers(target: unknown, name: string, type: string, values: (number | bigint)[]): void {
  const numbers = BigUint64Array.from(values.map(BigInt))
  changeProperty(display, target, atom(name), atom(type), 32, 0, numbers, values.length)
}
function setText(name: string, type: string, text: string): void {
  const bytes = Buffer.from(text)
  changeProperty(display, window, atom(name), atom(type), 8, 0, bytes, bytes.length)
}

/** No window manager runs here, so we say ourselves what it would. */
function show(deed: Extract<Deed, { do: 'show' }>): void {
  setNumbers(window, '_NET_WM_PID', 'CARDINAL', [deed.pid ?? process.pid])
  setText('WM_CLASS', 'STRING', `instance\0${deed.wmClass}\0`)
  setText('_NET_WM_NAME', 'UTF8_STRING', deed.title)
  if (deed.fullScreen) setNumbers(window, '_NET_WM_STATE', 'ATOM', [atom('_NET_WM_STATE_FULLSCREEN')])
  else deleteProperty(display, window, atom('_NET_WM_STATE'))
  setNumbers(root, '_NET_ACTIVE_WINDOW', 'WINDOW', [window])
}

function done(deed: Deed): number | null {
  if (deed.do === 'show') show(deed)
  if (deed.do === 'showNothing') setNumbers(root, '_NET_ACTIVE_WINDOW', 'WINDOW', [0])
  if (deed.do === 'press') {
    for (const keysym of deed.keysyms) {
      const code = keycodeOf(display, keysym)
      for (const press of [1, 0]) fakeKey(display, code, press, 0)
    }
  }
  if (deed.do === 'click') {
    for (const button of deed.buttons) for (const press of [1, 0]) fakeButton(display, button, press, 0)
  }
  if (deed.do === 'move') for (const [x, y] of deed.to) fakeMotion(display, 0, x, y, 0)
  sync(display, 0)
  return deed.do === 'askIdle' && idle.state === 'ready' ? answerOf(idle) : null
}

process.on('message', (deed: Deed) => process.send?.({ answer: done(deed) }))
process.on('disconnect', () => process.exit(0))
