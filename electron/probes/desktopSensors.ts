/** The sensors of the desktop probe: what its native answers become before they leave this process. */
import type { FactReading } from '../core/presence/fact.ts'
import { idleReading } from '../core/presence/idleReading.ts'
import type { SensorId } from '../core/presence/sensor.ts'
import { askIdleEveryMs } from '../core/presence/sensorPace.ts'
import { type Ability, answerOf, type Desktop, type Reader, type ScreenAnswer } from './ability.ts'
import type { Pace } from './pace.ts'
import { poll } from './poll.ts'
import { cannot, nothingToStop, type SensorParts, type StartSensor } from './sensorRun.ts'

const IDLE_EVERY_MS = 5_000
/** The engine knows whether somebody is away, and then wants no closer look. */
const idleEveryMs = ({ isCloser }: Pace) => askIdleEveryMs(IDLE_EVERY_MS, false, isCloser)
const screenEveryMs = () => 10_000
const appEveryMs = () => 2_000

type DesktopSensor = Extract<SensorId, 'presence' | 'screen' | 'apps'>

export function desktopSensors(desktop: Desktop): Record<DesktopSensor, StartSensor> {
  return {
    presence: async (parts) => polled('presence', parts, idleEveryMs, await desktop.idleMs(), idleLook),
    screen: async (parts) => polled('screen', parts, screenEveryMs, await desktop.screen(), screenLook),
    apps: async (parts) => polled('apps', parts, appEveryMs, await desktop.frontApp(), appLook),
  }
}

/** One look: posts what it finds, and says whether it differs from the look before. */
type MakeLook<Answer> = (parts: SensorParts, reader: Reader<Answer>) => () => boolean

function polled<Answer>(
  sensor: DesktopSensor,
  parts: SensorParts,
  everyMs: (pace: Pace) => number,
  ability: Ability<Answer>,
  makeLook: MakeLook<Answer>,
): () => void {
  if (ability.state === 'unable') {
    parts.post(cannot(sensor, ability))
    return nothingToStop
  }
  parts.post({ type: 'running', sensor, source: ability.source })
  const { clock, pace } = parts
  const looks = poll(clock, () => everyMs(pace), makeLook(parts, ability))
  const stopListening = sensor === 'presence' ? pace.onChange(() => looks.soon()) : nothingToStop
  return () => {
    stopListening()
    looks.stop()
  }
}

const idleLook: MakeLook<number> = ({ clock, post }, reader) => {
  let before: FactReading['value'] | undefined
  return () => {
    const { source, quality } = reader
    const reading = idleReading({ source, quality, idleMs: idleMsOf(reader), atMs: clock.now() })
    post({ type: 'fact', reading })
    const changed = reading.value !== before
    before = reading.value
    return changed
  }
}

/** Whole milliseconds; what is no length of time is no answer. */
function idleMsOf(reader: Reader<number>): number | null {
  const idleMs = answerOf(reader)
  return idleMs !== null && idleMs >= 0 && Number.isFinite(idleMs) ? Math.round(idleMs) : null
}

const screenLook: MakeLook<ScreenAnswer> = ({ clock, post }, reader) => {
  let before: ScreenAnswer | undefined
  return () => {
    const answer = answerOf(reader) ?? { fullScreen: null, doNotDisturb: null }
    const { source, quality } = reader
    const shared = { source, quality, atMs: clock.now(), how: 'poll' } as const
    post({ type: 'fact', reading: { ...shared, fact: 'fullScreen', value: answer.fullScreen } })
    // Other probes know of quiet; a lasting "no idea" of ours would only weigh against their no.
    if (answer.doNotDisturb !== null || before?.doNotDisturb) {
      post({ type: 'fact', reading: { ...shared, fact: 'doNotDisturb', value: answer.doNotDisturb } })
    }
    const changed = answer.fullScreen !== before?.fullScreen || answer.doNotDisturb !== before.doNotDisturb
    before = answer
    return changed
  }
}

const appLook: MakeLook<string> = ({ clock, post }, reader) => {
  return () => {
    post({ type: 'app', sample: { atMs: clock.now(), app: answerOf(reader) } })
    return false
  }
}
