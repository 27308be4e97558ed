/** Cuts a long text at its headings, so that the page can draw them as real ones. */
export interface TitledPart {
  title: string | null
  /** 1 for the title of the whole; 0 for what stands before any heading. */
  level: number
  text: string
}

const heading = /^ {0,3}(#{1,6})[ \t]+(.+?)[ \t#]*$/

export function titledParts(markdown: string): TitledPart[] {
  const parts: TitledPart[] = [{ title: null, level: 0, text: '' }]
  for (const line of markdown.split(/\r?\n/)) {
    const [, marks = '', title] = heading.exec(line) ?? []
    if (title !== undefined) parts.push({ title, level: marks.length, text: '' })
    else {
      const part = parts.at(-1)
      if (part) part.text += `${line}\n`
    }
  }
  return parts
    .map((part) => ({ ...part, text: part.text.trim() }))
    .filter(({ title, text }) => title !== null || text !== '')
}
