/** A payload as it can be shown: JSON, a bare word or number, or as much of a cut message as arrived. */

export interface ReadPayload {
  value: unknown
  /** Whether the rest of the message is missing. */
  isCut: boolean
}

/** Closes what a cut JSON text left open, after its last whole value. Null when nothing of it is whole. */
export function completedJson(text: string): string | null {
  const open: string[] = []
  let whole = 0
  let closing = ''
  let inString = false
  const mark = (end: number) => {
    whole = end
    closing = open.toReversed().join('')
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (inString) {
      if (sign === '\\') at++
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === ',') mark(at)
    else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? '}' : ']')
      mark(at + 1)
    } else if (sign === '}' || sign === ']') {
      open.pop()
      mark(at + 1)
    }
  }
  return whole === 0 ? null : text.slice(0, whole) + closing
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

export function readPayload(text: string): ReadPayload {
  const json = parsed(text)
  if (json) return { value: json.value, isCut: false }
  const completed = /^\s*[[{]/.test(text) ? completedJson(text) : null
  const cut = completed === null ? null : parsed(completed)
  return cut ? { value: cut.value, isCut: true } : { value: text, isCut: false }
}
