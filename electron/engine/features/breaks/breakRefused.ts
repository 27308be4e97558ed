/** What a person or a home is told when a pause cannot do what was asked. */
import type { RefusedBecause } from '../../../core/breaks/breakEffects.ts'
import { EngineError } from '../../errors.ts'

export function breakRefused(because: RefusedBecause): EngineError {
  return new EngineError('BREAK_REFUSED', 'This pause cannot do that now.', { because })
}
