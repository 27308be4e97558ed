/** Fades lamps that cannot fade by themselves: one step after another, and none after somebody else has been there. */
import type { LampWrite } from '../../../../core/lights/lamp.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { WriteOutcome } from '../../../ports/lights.ts'
import { colourOf } from './brokerHouse.ts'
import { type BrokerLamp, takenBy, toldMirek } from './brokerLamp.ts'
import type { LampStates } from './lampStates.ts'
import { type SlowLook, type SlowStart, type SlowStep, slowSteps, stepAfter } from './slowSteps.ts'
import { SlowWay } from './slowWay.ts'

export interface SlowFadesParts {
  clock: Clock
  states: LampStates
  /** Takes its turn among all writes; what is sent then is asked of `due`. Never rejects. */
  send(write: LampWrite): Promise<WriteOutcome>
}

interface Run {
  lamp: BrokerLamp
  way: SlowWay
  step: SlowStep
  /** Null: it goes on. */
  ended: WriteOutcome | null
  /** All was sent, and only its word is missing. */
  isSent: boolean
  wake(): void
}

/** A lamp's word may come this much after what it was told. */
const LATE_MS = 3000

export class SlowFades {
  readonly #parts: SlowFadesParts
  /** By own id of the lamp. */
  readonly #runs = new Map<string, Run>()
  readonly #older = new Map<string, { way: SlowWay; endedMs: number }>()

  constructor(parts: SlowFadesParts) {
    this.#parts = parts
  }

  async fade(lamp: BrokerLamp, write: LampWrite): Promise<WriteOutcome> {
    this.stop(lamp.id, 'replaced')
    const taken = targetOf(lamp, write)
    const isAnything = taken.brightness !== undefined || taken.mirek !== undefined || taken.xy !== undefined
    if (!isAnything) return 'partly'
    const from = this.#shown(lamp)
    const plan = slowSteps(from, taken, write.fadeMs, lamp.leastBrightness ?? 1)
    const [first] = plan.steps
    // Without a beginning it could only jump.
    if (first === undefined) return 'refused'
    const way = new SlowWay(from, plan.steps.at(-1) ?? first, this.#lately(lamp.id))
    const run: Run = { lamp, way, step: first, ended: null, isSent: false, wake: () => {} }
    this.#runs.set(lamp.id, run)
    const outcome = await this.#steps(run, plan.steps, write)
    this.#forget(run)
    return outcome === 'written' && (plan.leftOut || taken.leftOut || taken.xy !== undefined)
      ? 'partly'
      : outcome
  }

  /** What the lamp may be told now; null: nothing any more. */
  due(lampId: string): SlowLook | null {
    this.heard(lampId)
    const run = this.#runs.get(lampId)
    if (run === undefined) return null
    run.way.sent(run.step)
    return run.step
  }

  /** It told something: a hand's doing ends the fade. */
  heard(lampId: string): void {
    const run = this.#runs.get(lampId)
    if (run === undefined) return
    const isOn = this.#parts.states.heard(lampId).isOn === true
    if (!isOn || !run.way.leadsTo(this.#shown(run.lamp))) this.stop(lampId, 'partly')
    else if (run.isSent && run.way.isAt(this.#shown(run.lamp))) run.wake()
  }

  stop(lampId: string, outcome: WriteOutcome): void {
    const run = this.#runs.get(lampId)
    if (run === undefined) return
    run.ended = outcome
    run.wake()
    this.#forget(run)
  }

  end(outcome: WriteOutcome): void {
    for (const lampId of [...this.#runs.keys()]) this.stop(lampId, outcome)
    this.#older.clear()
  }

  async #steps(run: Run, steps: readonly SlowStep[], write: LampWrite): Promise<WriteOutcome> {
    const { clock, send } = this.#parts
    let beganMs = clock.now()
    for (let place = 0; place < steps.length; ) {
      run.step = steps[place] ?? run.step
      const { lampId, fadeMs } = write
      const { brightness, mirek } = run.step
      const outcome = await send({
        ...{ lampId, fadeMs },
        ...(brightness === undefined ? {} : { brightness }),
        ...(mirek === undefined ? {} : { mirek }),
      })
      const isBegun = place > 0
      // As much as was told before is done: nobody can say where it stands.
      if (run.ended !== null) return run.ended === 'partly' && !isBegun ? 'refused' : run.ended
      if (outcome !== 'written') return outcome === 'refused' && isBegun ? 'partly' : outcome
      if (!isBegun) beganMs = clock.now()
      place = stepAfter(steps, place, clock.now() - beganMs)
      const next = steps[place]
      if (next !== undefined) await this.#wait(run, next.atMs - (clock.now() - beganMs), write.fadeMs)
      if (run.ended !== null) return run.ended
    }
    return this.#toldBack(run)
  }

  /** Its word about an earlier step is none about the last. */
  async #toldBack(run: Run): Promise<WriteOutcome> {
    const isThere = () => run.way.isAt(this.#shown(run.lamp))
    run.isSent = true
    if (!isThere()) await this.#wait(run, LATE_MS, LATE_MS)
    return run.ended ?? (isThere() ? 'written' : 'partly')
  }

  /** A clock that was set back does not make it longer. */
  #wait(run: Run, forMs: number, mostMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#parts.clock.after(Math.min(mostMs, Math.max(0, forMs)), resolve)
      run.wake = () => {
        cancel()
        resolve()
      }
    })
  }

  #forget(run: Run): void {
    const { id } = run.lamp
    if (this.#runs.get(id) !== run) return
    this.#runs.delete(id)
    this.#older.set(id, { way: run.way, endedMs: this.#parts.clock.now() })
  }

  #lately(lampId: string): SlowWay | null {
    const older = this.#older.get(lampId)
    if (older === undefined) return null
    return Math.abs(this.#parts.clock.now() - older.endedMs) < LATE_MS ? older.way : null
  }

  #shown(lamp: BrokerLamp): SlowStart {
    const heard = this.#parts.states.heard(lamp.id)
    const colour = colourOf(lamp, heard)
    return { brightness: heard.brightness, mirek: colour?.kind === 'temperature' ? colour.mirek : null }
  }
}

/** Within what it can show, so that no step goes further than the lamp. */
function targetOf({ can, leastBrightness }: BrokerLamp, write: LampWrite) {
  const { brightness, mirek, ...rest } = takenBy(can, write)
  return {
    ...rest,
    ...(brightness === undefined ? {} : { brightness: Math.max(leastBrightness ?? 0, brightness) }),
    ...(mirek === undefined ? {} : { mirek: toldMirek(mirek, can) }),
  }
}
