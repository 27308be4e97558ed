/** The environment of a probe process: which display to ask, and nothing it need not know. */
import { passedOn, SYSTEM_NAMES } from './childEnvironment.ts'

const DISPLAY_NAMES = ['DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'XDG_SESSION_TYPE']

export function probeEnvironment(own: NodeJS.ProcessEnv): Record<string, string> {
  return passedOn(own, [...SYSTEM_NAMES, ...DISPLAY_NAMES])
}
