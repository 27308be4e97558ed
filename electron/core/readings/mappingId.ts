/** Names of mappings: baselines hang on them, so two mappings never share one and a name never changes. */

const NAME = /^[\w.-]{1,80}$/

/** Letters, digits, `_`, `.` and `-`: the slash parts the mapping from its device in a source. */
export function isMappingId(id: string): boolean {
  return NAME.test(id)
}

/** The wanted name, or the first free one that starts with it: a second strap with the same preset is another source. */
export function freeMappingId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) {
    const next = `${wanted.slice(0, 70)}-${number}`
    if (!taken.has(next)) return next
  }
}

/** The mapping a source belongs to. */
export function mappingOfSource(source: string): string {
  const slash = source.indexOf('/')
  return slash < 0 ? source : source.slice(0, slash)
}
