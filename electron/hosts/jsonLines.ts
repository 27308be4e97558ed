/** JSON Lines in, JSON Lines out: a bad line is answered with its number and the next one is read. */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'

/** Longest line in bytes; a longer one is refused and skipped without being kept in memory. */
export const LINE_MAX_BYTES = 1_000_000

export type InputLine = { number: number } & ({ text: string } | { tooLong: true })

/** Splits a stream into lines; blank ones are counted and left out. */
export async function* inputLines(input: Readable): AsyncGenerator<InputLine> {
  let parts: Buffer[] = []
  let bytes = 0
  let number = 0
  const take = (part: Buffer) => {
    bytes += part.length
    if (bytes <= LINE_MAX_BYTES) parts.push(part)
    else parts = []
  }
  const finish = (): InputLine | null => {
    number++
    const text = Buffer.concat(parts).toString('utf8').trim()
    const tooLong = bytes > LINE_MAX_BYTES
    parts = []
    bytes = 0
    if (tooLong) return { number, tooLong }
    return text ? { number, text } : null
  }
  for await (const chunk of input as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      take(chunk.subarray(start, end))
      start = end + 1
      const line = finish()
      if (line) yield line
    }
    if (start < chunk.length) take(chunk.subarray(start))
  }
  if (bytes > 0) {
    const line = finish()
    if (line) yield line
  }
}

/** Answers each line with one object, in order. `answer` throws what is wrong with a line as an Error. */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (value: unknown) => unknown | Promise<unknown>,
): Promise<void> {
  for await (const line of inputLines(input)) {
    const answered = await answerOf(line, answer)
    if (!output.write(`${JSON.stringify(answered)}\n`)) await once(output, 'drain')
  }
}

async function answerOf(
  line: InputLine,
  answer: (value: unknown) => unknown | Promise<unknown>,
): Promise<unknown> {
  if ('tooLong' in line) return { line: line.number, error: `longer than ${LINE_MAX_BYTES} bytes` }
  try {
    return await answer(jsonOf(line.text))
  } catch (error) {
    return { line: line.number, error: error instanceof Error ? error.message : String(error) }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('not JSON')
  }
}
