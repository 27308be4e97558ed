/** The screen: whether a picture fills it, and whether the person asked not to be disturbed. */

import type { FactReading } from '../../../../core/presence/fact.ts'
import { POLL_VALID_FOR_MS } from '../../../../core/presence/fact.ts'
import { fullScreenFrom } from '../../../../core/presence/fullScreenFrom.ts'
import { askEveryMs } from '../../../../core/presence/sensorPace.ts'
import { startRounds } from '../rounds.ts'
import { type DesktopMood, linuxMood } from './linuxMood.ts'
import { macMood } from './macMood.ts'
import type { RunningSensor, SensorContext } from './sensorContext.ts'

/** Both answers are put together from several sources of this desktop. */
const SOURCE = 'desktop'
const MOOD_QUALITY = 0.9

type CoverReading = Extract<FactReading, { fact: 'fullScreen' }>

export interface ScreenSensor extends RunningSensor {
  /** Whether the window in front covers a screen, as the probe process sees it. */
  takeCover(reading: CoverReading): void
}

const NO_MOOD: DesktopMood = {
  look: async () => ({ keptAwake: null, doNotDisturb: null }),
  tellsDoNotDisturb: false,
  stop() {},
}

function moodOf(context: SensorContext): DesktopMood {
  if (context.platform === 'linux') return linuxMood(context)
  return context.platform === 'darwin' ? macMood(context) : NO_MOOD
}

export function startScreen(context: SensorContext): ScreenSensor {
  const { clock, sink, isAway } = context
  const mood = moodOf(context)
  let cover: CoverReading | null = null

  const coverNow = (): boolean | null => {
    if (cover === null || clock.now() - cover.atMs > POLL_VALID_FOR_MS.fullScreen) return null
    return cover.value
  }
  const look = async () => {
    const { keptAwake, doNotDisturb } = await mood.look()
    const told = { source: SOURCE, atMs: clock.now(), how: 'poll' } as const
    sink.fact({ ...told, fact: 'fullScreen', ...fullScreenFrom({ covers: coverNow(), keptAwake }) })
    if (!mood.tellsDoNotDisturb) return
    const quality = doNotDisturb === null ? 0 : MOOD_QUALITY
    sink.fact({ ...told, fact: 'doNotDisturb', value: doNotDisturb, quality })
  }
  const rounds = startRounds({
    clock,
    everyMs: () => askEveryMs('screen', isAway()),
    leastMs: askEveryMs('screen', false),
    look,
  })
  return {
    soon: rounds.soon,
    stop() {
      rounds.stop()
      mood.stop()
    },
    takeCover(reading) {
      cover = reading
    },
  }
}
