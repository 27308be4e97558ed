/** A name somebody else gave, as a page may show it. */

/** Without what is not seen or turns text around. */
export function shownName(name: string, longest: number): string {
  const plain = name
    .slice(0, 4 * longest)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .trim()
  return [...plain].slice(0, longest).join('').trim()
}
