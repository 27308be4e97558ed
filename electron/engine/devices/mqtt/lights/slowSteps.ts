/** The fade of a lamp that cannot fade by itself, cut into steps: a plan, without a clock of its own. */

export interface SlowLook {
  /** Percent. */
  brightness?: number
  mirek?: number
}

export interface SlowStep extends SlowLook {
  /** From the beginning of the fade. */
  atMs: number
}

/** What the lamp last told; null: nobody knows. */
export interface SlowStart {
  brightness: number | null
  mirek: number | null
}

export interface SlowPlan {
  steps: readonly SlowStep[]
  /** There was nothing to start from for a part of it, and a jump is worse than nothing. */
  leftOut: boolean
}

/** Ten steps in the usual fade of four seconds; at ten writes a second to all lamps, four such lamps keep up. */
const STEP_MS = 400
const MOST_STEPS = 40
const LEAST_STEPS = 2

type Way = readonly [from: number, to: number] | null

function wayOf(from: number | null, to: number | undefined): Way {
  return from === null || to === undefined ? null : [from, to]
}

/** So many steps that each of them changes what the lamp shows. */
function mostOf(way: Way, size: number): number {
  return way === null ? 0 : Math.floor(Math.abs(way[1] - way[0]) / size + 1e-9)
}

const placeOn = ([from, to]: NonNullable<Way>, part: number) => (part === 1 ? to : from + (to - from) * part)

/**
 * The first step leaves at once, and each is held for as long as the next, so that the last hold ends with the fade.
 * @param levelPercent how finely the lamp counts its brightness
 */
export function slowSteps(
  from: SlowStart,
  { brightness, mirek }: SlowLook,
  fadeMs: number,
  levelPercent: number,
): SlowPlan {
  const [bright, white] = [wayOf(from.brightness, brightness), wayOf(from.mirek, mirek)]
  const leftOut = (bright === null && brightness !== undefined) || (white === null && mirek !== undefined)
  if (bright === null && white === null) return { steps: [], leftOut }
  const byTime = Math.min(MOST_STEPS, Math.max(LEAST_STEPS, Math.ceil(fadeMs / STEP_MS)))
  const count = Math.max(1, Math.min(byTime, Math.max(mostOf(bright, levelPercent), mostOf(white, 1))))
  const steps = Array.from({ length: count }, (_, place): SlowStep => {
    const part = (place + 1) / count
    return {
      atMs: Math.round((place * fadeMs) / count),
      ...(bright === null ? {} : { brightness: placeOn(bright, part) }),
      ...(white === null ? {} : { mirek: placeOn(white, part) }),
    }
  })
  return { steps, leftOut }
}

/** The step to take after that one: those whose time has passed are left out, so that a fade ends when it should. */
export function stepAfter(steps: readonly SlowStep[], place: number, sinceMs: number): number {
  return Math.max(
    place + 1,
    steps.findLastIndex(({ atMs }) => atMs <= sinceMs),
  )
}
