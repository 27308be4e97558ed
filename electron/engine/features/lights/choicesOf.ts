/** What a person chose about lights, as decisions want it: what was left out is not there at all. */
import type { Settings } from '../../../contract/settings.ts'
import type { LightChoices } from '../../../core/lights/lightChoices.ts'

const known = new WeakMap<Settings['lights'], LightChoices>()

/** A member that is there and undefined would take a look's own value away; it goes the way it goes to the disk. */
export function choicesOf(lights: Settings['lights']): LightChoices {
  const found = known.get(lights) ?? (JSON.parse(JSON.stringify(lights)) as LightChoices)
  known.set(lights, found)
  return found
}
