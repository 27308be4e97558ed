/** Tells whether a lamp that is faded step by step shows what it was told, or what a hand made of it. */
import { SAME_BRIGHTNESS, SAME_MIREK } from '../../../../core/lights/lamp.ts'
import type { SlowLook, SlowStart } from './slowSteps.ts'

type Member = 'brightness' | 'mirek'

const SAME: Readonly<Record<Member, number>> = { brightness: SAME_BRIGHTNESS, mirek: SAME_MIREK }
/** Numbers that were added up differ in their last digits. */
const ROUNDING = 1e-9
/** Steps of an older fade that may be told of late. */
const MOST_KEPT = 40

export class SlowWay {
  /** All it may tell of: where it began, what was sent, and what an older fade sent just before. */
  readonly #looks: SlowLook[]
  readonly #to: SlowLook
  /** Words about an older fade may still come, and lead elsewhere. */
  readonly #isSecond: boolean
  /** The last it told. */
  readonly #told: SlowLook = {}

  /**
   * @param to of what is told in steps, nothing else
   * @param older the fade whose last words may still be on their way
   */
  constructor(from: SlowStart, to: SlowLook, older: SlowWay | null) {
    this.#to = to
    this.#isSecond = older !== null
    this.#looks = [
      {
        ...(from.brightness === null ? {} : { brightness: from.brightness }),
        ...(from.mirek === null ? {} : { mirek: from.mirek }),
      },
      // Of the older one's elder nothing can be on its way any more.
      ...(older === null ? [] : older.#looks.slice(-MOST_KEPT)),
    ]
  }

  sent(look: SlowLook): void {
    this.#looks.push(look)
  }

  /** What it tells now could come of what was sent: between its steps, and never back. */
  leadsTo(shown: SlowStart): boolean {
    return this.#fits('brightness', shown.brightness) && this.#fits('mirek', shown.mirek)
  }

  /** It tells of the end. */
  isAt({ brightness, mirek }: SlowStart): boolean {
    const { brightness: toBrightness, mirek: toMirek } = this.#to
    const isSame = (told: number | null, to: number | undefined, same: number) =>
      to === undefined || (told !== null && Math.abs(told - to) <= same + ROUNDING)
    return isSame(brightness, toBrightness, SAME.brightness) && isSame(mirek, toMirek, SAME.mirek)
  }

  #fits(member: Member, told: number | null): boolean {
    // The colour of some lamps moves with their brightness, and counts only where it was asked for.
    if (member === 'mirek' && this.#to.mirek === undefined) return true
    if (told === null) return member === 'brightness'
    const known = this.#looks.flatMap((look) => look[member] ?? [])
    if (known.length === 0) return true
    const same = SAME[member] + ROUNDING
    const isBetween = told >= Math.min(...known) - same && told <= Math.max(...known) + same
    const before = this.#told[member] ?? known[0] ?? told
    const isUp = (this.#to[member] ?? before) >= before
    const isBack = !this.#isSecond && (isUp ? told < before - same : told > before + same)
    if (isBetween && !isBack) this.#told[member] = told
    return isBetween && !isBack
  }
}
