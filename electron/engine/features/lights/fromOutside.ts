/** What a home may ask of lights: to be soft for a while, and back. */
import type { LightsView } from '../../../contract/lights.ts'
import type { LightsService } from './lightsService.ts'

export interface LightsFromOutside {
  view(): LightsView
  /** For twenty minutes; resolves when it was decided on. @throws EngineError LIGHTS_REFUSED */
  soften(): Promise<void>
  /** Every look ends, whoever wanted it: a switch that says on is to do something when it is switched off. */
  back(): void
}

export function fromOutside(lights: LightsService): LightsFromOutside {
  return {
    view: () => lights.view(),
    soften: () => lights.softenFromOutside(),
    back: () => lights.release(),
  }
}
