/** The window in front, of which nothing is taken but its program's name and whether it fills the screen. */

/** What is kept; titles, paths and addresses are never copied out of the native answer. */
export interface FrontWindow {
  /** Null when there is none, or its program has no name. */
  app: string | null
  fullScreen: boolean
}

/** What we look at of x-win's answer. It computes more; those getters are left alone. */
export interface NativeWindow {
  id: number
  position: { isFullScreen: boolean }
  info: { name: string; execName: string }
}

/** Their file runs many programs; the window says which. */
const RUNTIMES =
  /^(java|javaw|python[\d.]*|pythonw|perl|ruby|mono|electron\d*|gjs(-console)?|node|wine(64)?-preloader)$/i
/** A path or an address rather than a name. */
const NOT_A_NAME = /[/\\:]/
/** A name longer than this is none. */
const LONGEST_NAME = 120

/** A file's name as people know it: without its ending, and without what packaging and upgrades add. */
function programName(file: string): string {
  return file
    .trim()
    .replace(/ \(deleted\)$/, '')
    .replace(/\.exe$/i, '')
    .replace(/^\.(.+)-wrapped$/, '$1')
}

/** The name of a window's program, from its file's name and what the window calls its program. */
export function appName(info: NativeWindow['info']): string | null {
  const file = programName(info.execName)
  const own = programName(info.name)
  const name = (file === '' || RUNTIMES.test(file)) && own !== '' ? own : file
  return name === '' || name.length > LONGEST_NAME || NOT_A_NAME.test(name) ? null : name
}

export function frontWindowOf(window: NativeWindow): FrontWindow {
  // Without a window the answer is empty.
  if (window.id === 0) return { app: null, fullScreen: false }
  return { app: appName(window.info), fullScreen: window.position.isFullScreen }
}

/** @returns a function that looks now, and throws when nobody can tell. @throws when x-win is not on this machine. */
export async function frontWindowReader(): Promise<() => FrontWindow> {
  const { activeWindow } = await import('@miniben90/x-win')
  return () => frontWindowOf(activeWindow())
}
