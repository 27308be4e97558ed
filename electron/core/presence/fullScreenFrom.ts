/** Whether a full-screen picture is shown, from a window that covers a screen and a wish to keep the screen awake. */

export interface FullScreenInputs {
  /** The window in front covers a whole screen; null where nobody can tell, as on Wayland. */
  covers: boolean | null
  /** Some program asked the desktop not to go idle, as players and calls do; null where nobody can tell. */
  keptAwake: boolean | null
}

/**
 * Both are needed where both are known (work-pattern notes §1.2): an editor over the whole screen keeps nothing awake,
 * and a film in a small window covers nothing. Where only one is known it decides alone, and is trusted less; a screen
 * nobody keeps awake shows no film, whatever the windows are.
 */
export function fullScreenFrom({ covers, keptAwake }: FullScreenInputs): {
  value: boolean | null
  quality: number
} {
  if (covers === null && keptAwake === null) return { value: null, quality: 0 }
  if (covers === null) return { value: keptAwake, quality: 0.5 }
  if (keptAwake === null) return { value: covers, quality: 0.6 }
  return { value: covers && keptAwake, quality: 0.9 }
}
