/** The sounds Lull can make, by name, and how long a person may want one. */

export const SOUND_KINDS = ['rain', 'brown', 'chords'] as const
export type SoundKind = (typeof SOUND_KINDS)[number]

/** `open`: until it is stopped · minutes · `pause`: no longer than the pause that runs. */
export const SOUND_UNTIL = ['open', '15', '30', '60', 'pause'] as const
export type SoundUntil = (typeof SOUND_UNTIL)[number]

/** When it begins to go, epoch ms; null: when somebody stops it. With a pause it is gone when the pause is. */
export function soundEndsAtMs(
  until: SoundUntil,
  nowMs: number,
  pauseEndsAtMs: number | null,
  fadeMs: number,
): number | null {
  if (until === 'open') return null
  if (until === 'pause') return pauseEndsAtMs === null ? null : Math.max(nowMs, pauseEndsAtMs - fadeMs)
  return nowMs + Number(until) * 60_000
}
