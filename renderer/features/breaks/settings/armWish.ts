/** What the person wants of one suggestion: exactly one of four, so that pins, bans and favourites never conflict. */
import type { Settings } from '../../../../electron/contract/settings.ts'
import type { Arm } from '../../../../electron/core/breaks/kinds.ts'

export const wishes = ['asItComes', 'favourite', 'always', 'never'] as const
export type Wish = (typeof wishes)[number]
type Wishes = Pick<Settings['breaks'], 'pins' | 'bans' | 'favourites'>

/** Leaving a pause out is no suggestion: it can only be allowed or not. */
export const wishesOf = (arm: Arm): readonly Wish[] => (arm === 'nothing' ? ['asItComes', 'never'] : wishes)

/** In the order in which the decision heeds them: a ban wins over a pin, and a pin over a favourite. */
export function wishOf({ pins, bans, favourites }: Wishes, arm: Arm): Wish {
  if (bans.includes(arm)) return 'never'
  if (arm === 'nothing') return 'asItComes'
  if (pins.includes(arm)) return 'always'
  return favourites.includes(arm) ? 'favourite' : 'asItComes'
}

export function withWish({ pins, bans, favourites }: Wishes, arm: Arm, wish: Wish): Wishes {
  const listed = (arms: readonly Arm[], here: boolean) => {
    const others = arms.filter((one) => one !== arm)
    return here ? [...others, arm] : others
  }
  return {
    pins: listed(pins, wish === 'always'),
    bans: listed(bans, wish === 'never'),
    favourites: listed(favourites, wish === 'favourite'),
  }
}
