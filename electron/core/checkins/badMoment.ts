/** Moments in which Lull does not ask anything, as far as it knows of them. */

/** What presence knows; null = unknown, and the unknown keeps nobody from asking. */
export interface Surroundings {
  activity: 'active' | 'idle' | 'locked' | 'asleep' | null
  inCall: boolean | null
  sharing: boolean | null
  fullScreen: boolean | null
  doNotDisturb: boolean | null
}

/** In a call, sharing, full screen, do not disturb, or with nobody who could see it. */
export function isBadMoment(around: Surroundings): boolean {
  const { activity, inCall, sharing, fullScreen, doNotDisturb } = around
  if (activity === 'locked' || activity === 'asleep') return true
  return [inCall, sharing, fullScreen, doNotDisturb].some((fact) => fact === true)
}
