/** The inspecting door answers every line in order, whatever is in it. */
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { readResources } from '../../electron/engine/resources.ts'
import { inspectedListening } from '../../electron/hosts/inspectedListening.ts'
import { inspectOptions } from '../../electron/hosts/inspectInput.ts'
import { triageAnswer } from '../../electron/hosts/inspectTriage.ts'
import { answerLines, LINE_MAX_BYTES } from '../../electron/hosts/jsonLines.ts'
import { resourcesFolder } from '../engine/engineParts.ts'

async function answersTo(input: string | string[], answer: (value: unknown) => unknown): Promise<unknown[]> {
  const output = new PassThrough()
  const written = text(output)
  const chunks = (Array.isArray(input) ? input : [input]).map((chunk) => Buffer.from(chunk))
  await answerLines(Readable.from(chunks), output, answer)
  output.end()
  return (await written)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown)
}

describe('answerLines', () => {
  it('answers each line, also the last one without its end, and counts blank ones', async () => {
    expect(await answersTo('{"a":1}\n\nnot json\n{"a":2}', (value) => value)).toEqual([
      { a: 1 },
      { line: 3, error: 'not JSON' },
      { a: 2 },
    ])
  })

  it('puts together lines and characters that came in pieces', async () => {
    const line = Buffer.from('{"a":"é🙂"}\n')
    const output = new PassThrough()
    const written = text(output)
    await answerLines(Readable.from([...line].map((byte) => Buffer.from([byte]))), output, (value) => value)
    output.end()
    expect(await written).toBe('{"a":"é🙂"}\n')
  })

  it('refuses a line that is too long and goes on', async () => {
    const long = `"${'x'.repeat(LINE_MAX_BYTES)}"`
    expect(
      await answersTo([long.slice(0, 600_000), `${long.slice(600_000)}\n{"a":1}\n`], (value) => value),
    ).toEqual([{ line: 1, error: expect.stringContaining('longer than') }, { a: 1 }])
  })
})

describe('triageAnswer', () => {
  const answer = triageAnswer(inspectedListening(readResources(resourcesFolder), async () => null))

  it('answers a session with its tier and the tier after each turn', async () => {
    const input = {
      id: 's1',
      messages: [
        { role: 'user', text: 'I want to kill myself' },
        { role: 'assistant', text: 'ok' },
      ],
    }
    expect(await answer(input)).toMatchObject({
      id: 's1',
      tier: expect.stringMatching(/^(concern|high|imminent)$/),
      kinds: expect.arrayContaining(['suicide']),
      reasons: expect.any(Array),
      perTurn: [expect.any(String), expect.any(String)],
    })
  })

  it('says what is missing', async () => {
    const [said] = await answersTo('{"id":1,"messages":[{"role":"dog","text":"x"}]}\n', answer)
    expect(said).toEqual({ line: 1, error: expect.stringContaining('messages.0.role') })
  })
})

describe('inspectOptions', () => {
  it('reads what chat may override', () => {
    const args = ['chat', '--model', 'm.gguf', '--temperature', '0', '--max-tokens', '12', '--seed', '7']
    expect(inspectOptions(args)).toMatchObject({
      what: 'chat',
      data: null,
      overrides: { modelPath: 'm.gguf', temperature: 0, maxTokens: 12, seed: 7 },
    })
  })

  it.each([[[]], [['dance']], [['chat', '--seed', 'x']]])('refuses %j', (args) => {
    expect(() => inspectOptions(args)).toThrow()
  })
})
