/** Camera, microphone and shared screen: whether they are in use, never what they see or hear. */
import { askEveryMs } from '../../../../core/presence/sensorPace.ts'
import { startRounds } from '../rounds.ts'
import { linuxCalls } from './linuxCalls.ts'
import { macCalls } from './macCalls.ts'
import type { RunningSensor, SensorContext } from './sensorContext.ts'
import { windowsCalls } from './windowsCalls.ts'

const LOOKS: Readonly<Record<string, (context: SensorContext) => () => Promise<void>>> = {
  linux: linuxCalls,
  win32: windowsCalls,
  darwin: macCalls,
}

export function startCalls(context: SensorContext): RunningSensor {
  const { clock, platform, report, isAway } = context
  const looking = LOOKS[platform]
  if (!looking) {
    report('camera', { state: 'fails', problem: 'desktop_cannot_tell', detail: null })
    return { soon() {}, stop() {} }
  }
  return startRounds({
    clock,
    everyMs: () => askEveryMs('calls', isAway()),
    leastMs: askEveryMs('calls', false),
    look: looking(context),
  })
}
