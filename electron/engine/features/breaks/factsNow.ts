/** Everything others know of now, gathered for one look. */
import type { BreakFacts } from '../../../core/breaks/breakFacts.ts'
import type { LocalMoment } from '../../../core/presence/localMoment.ts'
import { breakNeed, chosenBreakRules } from '../../../core/stress/breakNeed.ts'
import type { WorkRhythm } from '../../../core/stress/workRhythm.ts'
import type { BreaksParts } from './breaksParts.ts'

type KnownOfNow = Pick<BreaksParts, 'situation' | 'standing' | 'inputIdleMs' | 'strain' | 'settings'>

export function factsNow(known: KnownOfNow, rhythm: WorkRhythm, now: LocalMoment): BreakFacts {
  const { situation, standing, inputIdleMs, strain, settings } = known
  const { need, activeSinceRestMs, daySpanMs } = breakNeed(rhythm, chosenBreakRules(settings()), now)
  return {
    situation: situation(),
    standing: standing(),
    inputIdleMs: inputIdleMs(now.atMs),
    restMs: rhythm.restMs,
    sinceRestMs: activeSinceRestMs,
    need,
    daySpanMs,
    strainRaised: settings().strainOn && strain().phase === 'raised',
  }
}
