/** What everything about lights rests on: what is kept, what has lamps, the loop that decides, and what is told of it. */
import type { LightChoices } from '../../../core/lights/lightChoices.ts'
import { pauseAt } from '../../../core/presence/sensingPlan.ts'
import { EntriesStore } from './entriesStore.ts'
import { LightSources } from './lightSources.ts'
import { LightsLoop } from './lightsLoop.ts'
import { LightsMemory } from './lightsMemory.ts'
import type { LightsParts } from './lightsParts.ts'
import { LightsTold } from './lightsTold.ts'
import { LightTrial } from './lightTrial.ts'
import { SourcesStore } from './sourcesStore.ts'
import { TrialStore } from './trialStore.ts'

export type LightsBase = ReturnType<typeof lightsBase>

export interface BaseHooks {
  choices: () => LightChoices
  lampsGone: (lampIds: readonly string[]) => void
}

export function lightsBase(parts: LightsParts, { choices, lampsGone }: BaseHooks) {
  const { store, settings, clock, brokerTitle } = parts
  const sourceRows = new SourcesStore(store)
  const entries = new EntriesStore(store)
  const trialRows = new TrialStore(store)
  const trial = new LightTrial({ ...parts, rows: trialRows, isOn: () => choices().isTrialOn })
  const heartRateBefore = (atMs: number) => trial.heartRateBefore(atMs)
  const memory = new LightsMemory({ ...parts, entries, trial: trialRows, heartRateBefore })
  const sources = new LightSources({ ...parts, store: sourceRows, changed: () => loop.see(), lampsGone })
  const told: LightsTold = new LightsTold({
    ...parts,
    view: () => ({
      ...{ state: loop.state, now: loop.now(), sources, brokerTitle },
      isAllowed: choices().isAllowed,
      isPaused: pauseAt(settings(), clock.now()) !== null,
    }),
  })
  const loop: LightsLoop = new LightsLoop({
    ...{ ...parts, sources, memory },
    done: (effect) => {
      told.done(effect)
      if (effect.kind === 'drawn') trial.look()
    },
    changed: () => told.changed(),
    diskFull: () => told.refused(null, null, 'disk_full'),
  })
  return { sourceRows, entries, trialRows, trial, sources, memory, loop, told }
}
