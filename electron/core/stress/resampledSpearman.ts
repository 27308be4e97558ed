/** Spearman's ρ of one resample after another without sorting again: a thousand answers must not hold the engine up. */

/** Places of the values in rising order, and where in that order each group of equal values ends. */
interface Order {
  places: readonly number[]
  groupEnds: readonly number[]
}

function orderOf(values: readonly number[]): Order {
  const places = values.map((_, place) => place).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const groupEnds: number[] = []
  for (let at = 1; at <= places.length; at++) {
    if (at === places.length || values[places[at] ?? 0] !== values[places[at - 1] ?? 0]) groupEnds.push(at)
  }
  return { places, groupEnds }
}

/** Rank of each value among the drawn ones; equal values share the mean of their places. */
function rankDrawn(order: Order, drawn: Int32Array, ranks: Float64Array): void {
  let before = 0
  let from = 0
  for (const end of order.groupEnds) {
    let count = 0
    for (let at = from; at < end; at++) count += drawn[order.places[at] ?? 0] ?? 0
    for (let at = from; at < end; at++) ranks[order.places[at] ?? 0] = before + (count + 1) / 2
    before += count
    from = end
  }
}

/**
 * A function that draws as many pairs as there are, with replacement, and gives their ρ with mid-ranks; null when one
 * side of the draw never changes. `random` gives 0–1.
 */
export function resampledSpearman(
  pairs: readonly (readonly [number, number])[],
  random: () => number,
): () => number | null {
  const count = pairs.length
  const orders = [orderOf(pairs.map(([x]) => x)), orderOf(pairs.map(([, y]) => y))] as const
  const drawn = new Int32Array(count)
  const first = new Float64Array(count)
  const second = new Float64Array(count)
  return () => {
    drawn.fill(0)
    for (let draw = 0; draw < count; draw++) {
      const place = Math.floor(random() * count)
      drawn[place] = (drawn[place] ?? 0) + 1
    }
    rankDrawn(orders[0], drawn, first)
    rankDrawn(orders[1], drawn, second)
    return correlation(drawn, first, second)
  }
}

function correlation(drawn: Int32Array, first: Float64Array, second: Float64Array): number | null {
  const centre = (drawn.length + 1) / 2
  let together = 0
  let firstAlone = 0
  let secondAlone = 0
  for (let place = 0; place < drawn.length; place++) {
    const times = drawn[place] ?? 0
    const one = (first[place] ?? centre) - centre
    const other = (second[place] ?? centre) - centre
    together += times * one * other
    firstAlone += times * one ** 2
    secondAlone += times * other ** 2
  }
  if (firstAlone === 0 || secondAlone === 0) return null
  return Math.max(-1, Math.min(1, together / Math.sqrt(firstAlone * secondAlone)))
}
