/** Draws from Beta distributions, the chance that Thompson sampling works with: thousands of them for one choice. */

const CELLS = 256
/** Density is followed down to e⁻¹⁴ of its height, where nothing is left to draw. */
const DEPTH = 14
/** Standard deviations of the middle part that are followed. */
const WIDTH = 6
/** Beyond this the density differs from an exponential by less than a hundredth. */
const STRAIGHT = 0.01

interface LogitTable {
  from: number
  step: number
  /** Mass up to the end of each cell; the first holds what lies before the table. */
  sums: Float64Array
  whole: number
}

/** Where the table begins: so far down that the rest is an exponential, which needs none. */
function tableStart(a: number, b: number): number {
  const reach = Math.log(a / b) - WIDTH * Math.sqrt(1 / a + 1 / b) - DEPTH / a
  return Math.max(reach, Math.log(STRAIGHT / (a + b)))
}

/**
 * The distribution of ln(x/(1−x)) for x from Beta(a, b). On that scale the density is smooth and falls off like e^{at}
 * and e^{−bt} however small a and b are: even cells serve the middle, and formulas both ends.
 */
function logitTable(a: number, b: number): LogitTable {
  const mode = Math.log(a / b)
  const from = Math.min(tableStart(a, b), mode)
  const step = (Math.max(-tableStart(b, a), mode) - from) / CELLS
  const height = a * mode - (a + b) * Math.log(1 + a / b)
  const density = (t: number) => Math.exp(a * t - (a + b) * Math.log(1 + Math.exp(t)) - height)
  const sums = new Float64Array(CELLS + 1)
  let before = density(from)
  sums[0] = before / a
  for (let cell = 1; cell <= CELLS; cell++) {
    const after = density(from + cell * step)
    sums[cell] = (sums[cell - 1] ?? 0) + ((before + after) * step) / 2
    before = after
  }
  return { from, step, sums, whole: (sums[CELLS] ?? 0) + before / b }
}

/** For each of 256 even shares of the whole, the cell in which it ends: a search starts there (Chen and Asau, 1974). */
function guideOf({ sums, whole }: LogitTable): Uint16Array {
  const guide = new Uint16Array(CELLS)
  let cell = 0
  for (let share = 0; share < CELLS; share++) {
    while (cell <= CELLS && (sums[cell] ?? 0) < (share / CELLS) * whole) cell++
    guide[share] = cell
  }
  return guide
}

/**
 * As many draws as fit, each as ln(x/(1−x)) of a draw x from Beta(a, b): the order of several arms is the same on that
 * scale. a and b are above 0; `random` gives 0–1, 1 not included.
 */
export function fillLogitBeta(a: number, b: number, random: () => number, draws: Float64Array): void {
  const table = logitTable(a, b)
  const { from, step, sums, whole } = table
  const guide = guideOf(table)
  const least = sums[0] ?? 0
  for (let draw = 0; draw < draws.length; draw++) {
    const share = random()
    const sought = share * whole
    let cell = guide[Math.floor(share * CELLS)] ?? 0
    while (cell <= CELLS && (sums[cell] ?? 0) < sought) cell++
    if (cell === 0) draws[draw] = from + Math.log(sought / least) / a
    else if (cell > CELLS)
      draws[draw] = from + CELLS * step - Math.log((whole - sought) / (whole - (sums[CELLS] ?? 0))) / b
    else {
      const below = sums[cell - 1] ?? 0
      const mass = (sums[cell] ?? 0) - below
      draws[draw] = from + step * (cell - (mass > 0 ? ((sums[cell] ?? 0) - sought) / mass : 0.5))
    }
  }
}
