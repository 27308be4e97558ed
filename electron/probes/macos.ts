/** Idle time of macOS, and whether it lets us count input, by its documented calls; neither asks the person anything. */
import type { Ability } from './ability.ts'
import type { LoadLibrary } from './nativeLibrary.ts'

const APPLICATION_SERVICES = '/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices'
/** kCGEventSourceStateCombinedSessionState: input of this login session, from whatever device. */
const COMBINED_SESSION = 0
/** kCGAnyInputEventType. */
const ANY_INPUT = 0xffffffff

export function macIdle(load: LoadLibrary): Ability<number> {
  const since = load(APPLICATION_SERVICES).func(
    'double CGEventSourceSecondsSinceLastEventType(int32_t state, uint32_t type)',
  )
  return {
    state: 'ready',
    source: 'macos',
    quality: 0.95,
    read: () => Number(since(COMBINED_SESSION, ANY_INPUT)) * 1000,
  }
}

/** Without this permission the input hook would end its process. */
export function mayCountInput(load: LoadLibrary): boolean {
  return Boolean(load(APPLICATION_SERVICES).func('uint8_t AXIsProcessTrusted()')())
}
