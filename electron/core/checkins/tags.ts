/** Own tags: kept as they were typed, compared without regard to case, suggested by how often they were used. */

/** As many as one answer may hold. */
export const MOST_TAGS = 8
/** Longest tag, in UTF-16 units. */
export const LONGEST_TAG = 40

const folded = (tag: string) => tag.normalize('NFKC').toLocaleLowerCase('en')

/** Without blanks around and inside runs of them, without doubles; the first spelling stays. */
export function tidyTags(tags: readonly string[]): string[] {
  const seen = new Set<string>()
  return tags
    .map((tag) => tag.trim().replace(/\s+/g, ' '))
    .filter((tag) => {
      const key = folded(tag)
      if (key === '' || seen.has(key)) return false
      seen.add(key)
      return true
    })
}

/** The most used first, of equals the latest; in the spelling used last. `newestFirst` holds the tags of each answer. */
export function tagsByUse(newestFirst: readonly (readonly string[])[], most: number): string[] {
  const uses = new Map<string, { tag: string; count: number; rank: number }>()
  newestFirst.forEach((tags, rank) => {
    for (const tag of tags) {
      const use = uses.get(folded(tag))
      if (use) use.count += 1
      else uses.set(folded(tag), { tag, count: 1, rank })
    }
  })
  return [...uses.values()]
    .sort((a, b) => b.count - a.count || a.rank - b.rank)
    .slice(0, most)
    .map(({ tag }) => tag)
}
