/** What a person or a home is told when lights cannot do what was asked. */
import type { RefusedWish } from '../../../core/lights/lightsEffects.ts'
import { EngineError } from '../../errors.ts'

export function lightsRefused(because: RefusedWish): EngineError {
  return new EngineError('LIGHTS_REFUSED', 'Lights cannot do that now.', { because })
}
