/** Presence on a Mac, from the registry of its hardware: `ioreg` is part of the system and asks for no permission. */
import { idleReading } from '../../../../core/presence/idleReading.ts'
import { consoleState } from '../../../../core/presence/ioRegistry.ts'
import { askIdleEveryMs, CLOSER_LOOK_EVERY_MS } from '../../../../core/presence/sensorPace.ts'
import { Question } from '../question.ts'
import { startRounds } from '../rounds.ts'
import type { IdleLook } from './idleSources.ts'
import { type RunningSensor, type SensorContext, sourceState } from './sensorContext.ts'

const IOREG = '/usr/sbin/ioreg'
/** A process is started for each look… */
const EVERY_MS = 10_000
/** …which takes it some hundredths of a second: for the few minutes in which a gap is waited for, that is no burden. */
const LEAST_MS = CLOSER_LOOK_EVERY_MS
const QUALITY = 0.8

/** @param isNeeded while nobody else tells: no command is run for what the shell says already. */
export function startMacPresence(
  context: SensorContext,
  isNeeded: () => boolean,
  onLook: (look: IdleLook) => void,
): RunningSensor {
  const { clock, run, sink, report } = context
  const input = new Question(clock, () => run(IOREG, ['-c', 'IOHIDSystem', '-d', '4', '-r']))
  const root = new Question(clock, () => run(IOREG, ['-n', 'Root', '-d', '1']))

  const look = async () => {
    if (!isNeeded()) return
    const [hid, top] = await Promise.all([input.answer(), root.answer()])
    const { idleMs } = consoleState(hid.kind === 'told' ? hid.value : '')
    const { locked } = consoleState(top.kind === 'told' ? top.value : '')
    const atMs = clock.now()
    sink.fact(idleReading({ source: 'ioreg', idleMs, atMs, quality: QUALITY }))
    const quality = locked === null ? 0 : QUALITY
    sink.fact({ fact: 'locked', value: locked, source: 'ioreg', atMs, quality, how: 'poll' })
    report('ioreg', sourceState(idleMs === null && locked === null ? { kind: 'absent' } : hid))
    onLook({ known: idleMs !== null, absent: hid.kind === 'absent' })
  }
  const everyMs = () => askIdleEveryMs(EVERY_MS, context.isAway(), context.isCloser())
  return startRounds({ clock, everyMs, leastMs: LEAST_MS, look })
}
