/** Presence on Linux: idle time from GNOME or the screen saver, lock and sleep from the login service. */
import { idleReading } from '../../../../core/presence/idleReading.ts'
import type { SourceState } from '../../../../core/presence/sensorCondition.ts'
import { askEveryMs, askIdleEveryMs } from '../../../../core/presence/sensorPace.ts'
import { believedIdleMs, NO_ZEROS, zeroRunAfter } from '../../../../core/presence/stuckIdle.ts'
import { type Answer, toldOrNull } from '../question.ts'
import { startRounds } from '../rounds.ts'
import type { IdleLook } from './idleSources.ts'
import { Logind } from './logind.ts'
import { MutterIdle } from './mutterIdle.ts'
import { ScreenSaver } from './screenSaver.ts'
import { type RunningSensor, type SensorContext, sourceState } from './sensorContext.ts'

/** GNOME counts every input device itself; a screen saver may miss some. */
const MUTTER_QUALITY = 0.95
const SAVER_QUALITY = 0.8
/** However often it is hurried, a desktop is not asked more than once a second. */
const LEAST_MS = 1_000
/**
 * A covered screen is mostly a locked one. The login service's hint is kept by GNOME and KDE for sure; elsewhere its
 * "no" may mean that nobody tells it, and counts less than a screen saver's "yes".
 */
const LOCK_QUALITY = { hintYes: 0.95, hintNo: 0.8, hintNoElsewhere: 0.6, coverYes: 0.7, coverNo: 0.5 }

export class LinuxPresence implements RunningSensor {
  readonly #context: SensorContext
  readonly #onLook: (look: IdleLook) => void
  readonly #mutter: MutterIdle
  readonly #saver: ScreenSaver
  readonly #logind: Logind
  readonly #stops: (() => void)[]
  readonly #rounds
  #mutterZeros = NO_ZEROS
  #saverZeros = NO_ZEROS

  constructor(context: SensorContext, onLook: (look: IdleLook) => void) {
    this.#context = context
    this.#onLook = onLook
    this.#mutter = new MutterIdle(context, () => this.#becameActive())
    this.#saver = new ScreenSaver(context)
    this.#logind = new Logind(context, {
      onLocked: (locked) => this.#tellLogin('locked', locked, 'event'),
      onAsleep: (asleep) => this.#tellLogin('asleep', asleep, 'event'),
    })
    this.#stops = [
      context.sessionBus.join({ onConnected: () => this.#sessionBusIsNew() }),
      context.systemBus.join({ onConnected: () => this.#systemBusIsNew() }),
      () => this.#mutter.stop(),
      () => this.#logind.stop(),
    ]
    this.#rounds = startRounds({
      clock: context.clock,
      everyMs: () => {
        const isAway = context.isAway()
        return askIdleEveryMs(askEveryMs('presence', isAway), isAway, context.isCloser())
      },
      leastMs: LEAST_MS,
      look: () => this.#look(),
    })
  }

  soon(): void {
    this.#rounds.soon()
  }

  stop(): void {
    this.#rounds.stop()
    for (const stop of this.#stops) stop()
  }

  async #look(): Promise<void> {
    const [mutter, saver, covered, locked, asleep] = await Promise.all([
      this.#mutter.answer(),
      this.#saver.idleTime(),
      this.#saver.covered(),
      this.#logind.locked(),
      this.#logind.asleep(),
    ])
    const idle = this.#tellIdle(mutter, saver)
    this.#tellCovered(covered)
    this.#context.report('mutter', idleState(mutter, idle.mutter))
    this.#context.report(
      'screensaver',
      covered.kind === 'told' ? sourceState(covered) : idleState(saver, idle.saver),
    )
    this.#context.report('logind', sourceState(locked.kind === 'told' ? locked : asleep))
    this.#tellLogin('locked', toldOrNull(locked), 'poll')
    this.#tellLogin('asleep', toldOrNull(asleep), 'poll')
  }

  #tellIdle(mutter: Answer<number>, saver: Answer<number | null>) {
    const [mutterMs, saverMs] = [toldOrNull(mutter), toldOrNull(saver)]
    const atMs = this.#context.clock.now()
    const told = { atMs, stepMs: 1 }
    if (mutterMs !== null) {
      this.#mutterZeros = zeroRunAfter(this.#mutterZeros, { ...told, idleMs: mutterMs, otherIdleMs: saverMs })
    }
    if (saverMs !== null) {
      const answer = { ...told, stepMs: this.#saver.stepMs, idleMs: saverMs, otherIdleMs: mutterMs }
      this.#saverZeros = zeroRunAfter(this.#saverZeros, answer)
    }
    const believed = {
      mutter: mutterMs === null ? null : believedIdleMs(this.#mutterZeros, mutterMs),
      saver: saverMs === null ? null : believedIdleMs(this.#saverZeros, saverMs),
    }
    const { sink } = this.#context
    sink.fact(idleReading({ source: 'mutter', idleMs: believed.mutter, atMs, quality: MUTTER_QUALITY }))
    sink.fact(idleReading({ source: 'screensaver', idleMs: believed.saver, atMs, quality: SAVER_QUALITY }))
    if (believed.mutter !== null && believed.mutter > 0) void this.#mutter.watchForInput()
    this.#onLook({
      known: believed.mutter !== null || believed.saver !== null,
      absent: mutter.kind === 'absent' && saver.kind === 'absent',
    })
    return believed
  }

  #tellCovered(answer: Answer<boolean>): void {
    const value = toldOrNull(answer)
    const quality = value === null ? 0 : value ? LOCK_QUALITY.coverYes : LOCK_QUALITY.coverNo
    const { sink, clock } = this.#context
    sink.fact({ fact: 'locked', value, source: 'screensaver', atMs: clock.now(), quality, how: 'poll' })
  }

  #tellLogin(fact: 'locked' | 'asleep', value: boolean | null, how: 'poll' | 'event'): void {
    const { sink, clock } = this.#context
    sink.fact({ fact, value, source: 'logind', atMs: clock.now(), quality: this.#hintQuality(value), how })
  }

  #hintQuality(value: boolean | null): number {
    if (value === null) return 0
    if (value) return LOCK_QUALITY.hintYes
    const isKept = /GNOME|KDE/i.test(this.#context.env.XDG_CURRENT_DESKTOP ?? '')
    return isKept ? LOCK_QUALITY.hintNo : LOCK_QUALITY.hintNoElsewhere
  }

  #becameActive(): void {
    const { sink, clock } = this.#context
    const told = { source: 'mutter', atMs: clock.now(), quality: MUTTER_QUALITY, how: 'event' } as const
    sink.fact({ fact: 'input', value: 'active', idleMs: 0, ...told })
  }

  #sessionBusIsNew(): void {
    this.#mutter.forget()
    this.#saver.forget()
    this.#mutterZeros = NO_ZEROS
    this.#saverZeros = NO_ZEROS
  }

  #systemBusIsNew(): void {
    this.#logind.forget()
  }
}

/** A source that answers with nothing to go by is no source. */
function idleState(answer: Answer<unknown>, idleMs: number | null): SourceState {
  if (answer.kind !== 'told' || idleMs !== null) return sourceState(answer)
  return { state: 'fails', problem: 'desktop_cannot_tell', detail: null }
}
