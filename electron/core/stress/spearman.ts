/** Do two things rise and fall together? Ranks only, so that no scale and no outlier decides. */

/** Ranks from 1; equal values share the mean of their places. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const result = new Array<number>(values.length).fill(0)
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++
    for (const place of order.slice(from, to)) result[place] = (from + 1 + to) / 2
    from = to
  }
  return result
}

/** Spearman's ρ with mid-ranks, −1…1; null below three pairs or when one side never changes. */
export function spearman(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 3) return null
  const first = ranks(pairs.map(([x]) => x))
  const second = ranks(pairs.map(([, y]) => y))
  const centre = (pairs.length + 1) / 2
  let together = 0
  let firstAlone = 0
  let secondAlone = 0
  first.forEach((rank, place) => {
    const other = (second[place] ?? centre) - centre
    together += (rank - centre) * other
    firstAlone += (rank - centre) ** 2
    secondAlone += other ** 2
  })
  if (firstAlone === 0 || secondAlone === 0) return null
  return Math.max(-1, Math.min(1, together / Math.sqrt(firstAlone * secondAlone)))
}
