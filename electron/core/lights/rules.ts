/** Every reason for which a light is left alone, each with a name that stands in the log. */

export const RULES = [
  /** Lull may touch no light at all. */
  'not_allowed',
  'unknown_lamp',
  'not_chosen',
  /** Someone else lives here, and only its room was ticked. */
  'shared_home',
  /** Outside the times in which lights may be touched. */
  'quiet_times',
  /** As many looks as a day may have that nobody asked for. */
  'daily_cap',
  /** The write would switch a light on. */
  'switches_on',
  /** The write asks for something else than brightness, colour and fade: an alert, an effect, a scene. */
  'other_member',
  'no_number',
  'nothing_asked',
  'off',
  'unreachable',
  /** Whether it is on, reachable or how bright, nobody knows. */
  'unknown_state',
  'scene_running',
  'effect_running',
  'gradient',
  'cannot_dim',
  'cannot_colour',
  'brighter',
  'cooler_after_sunset',
  'below_floor',
  'below_ten_at_work',
  'fade_too_short',
  'too_soon',
  'step_too_big',
  'reversal',
  'room_reversal',
  /** The light no longer shows what Lull set. */
  'not_ours',
  /** A restore to something that was never there. */
  'never_was',
  /** It shows the look already. */
  'nothing_to_change',
  /** Too dark to breathe without getting brighter than it was. */
  'too_dim_to_breathe',
  /** Its light was changed by hand, and stays as it is until the next look. */
  'by_hand',
] as const
export type Rule = (typeof RULES)[number]

export interface Refused {
  lampId: string
  rule: Rule
}

const PASSING: ReadonlySet<Rule> = new Set(['too_soon', 'reversal', 'room_reversal'])

/** Whether the same write may be right a moment later. */
export function isPassing(rule: Rule): boolean {
  return PASSING.has(rule)
}
