/** The inspecting door from outside: a process that reads lines and answers lines, and writes nothing else. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../electron/hosts/build.ts'
import { tinyModelPath } from '../fixtures/tinyGguf.ts'

const root = resolve(import.meta.dirname, '../..')

beforeAll(() => ensureBuilt(root), 120_000)

async function inspect(args: string[], lines: unknown[]) {
  const child = spawn(process.execPath, [join(root, 'electron/hosts/runInspect.ts'), ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const output = Promise.all([text(child.stdout), text(child.stderr)])
  child.stdin.end(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''))
  const [out, errors] = await output
  const answers = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { answers, errors, code: await ended }
}

describe('inspect triage', () => {
  it('answers thousands of lines in order, bad ones with their number', async () => {
    const session = (id: number) => ({ id, messages: [{ role: 'user', text: `A long day, number ${id}.` }] })
    const lines: unknown[] = Array.from({ length: 3_000 }, (_, index) => session(index))
    lines[1_500] = '{"id":'
    const { answers, code } = await inspect(['triage'], lines)
    expect(code).toBe(0)
    expect(answers).toHaveLength(3_000)
    expect(answers[1_500]).toEqual({ line: 1_501, error: 'not JSON' })
    expect(answers[2_999]).toMatchObject({ id: 2_999, tier: 'none', perTurn: ['none'] })
  }, 60_000)
})

describe('inspect lights', () => {
  it('answers each line and goes on after a bad one', async () => {
    const desk = { id: 'desk', on: { on: true }, dimming: { brightness: 80 } }
    const line = { lights: [desk], look: 'soften', at: '2026-11-23T15:00:00+01:00', zone: 'Europe/Berlin' }
    const { answers, code, errors } = await inspect(
      ['lights'],
      [{ id: 1, ...line }, { id: 2, ...line, look: 'disco' }, '{', { id: 3, ...line, lights: [] }],
    )
    expect(errors).toBe('')
    expect(code).toBe(0)
    expect(answers).toEqual([
      { id: 1, writes: [{ light: 'desk', fadeMs: 4000, brightness: 56 }], refused: [] },
      { id: 2, error: expect.stringMatching(/^look: one of soften/) },
      { line: 3, error: 'not JSON' },
      { id: 3, writes: [], refused: [] },
    ])
  }, 60_000)
})

describe('inspect chat', () => {
  it('talks through the real engine with a real model, one line a turn', async () => {
    const { answers, code, errors } = await inspect(
      ['chat', '--model', tinyModelPath('chat'), '--temperature', '0', '--max-tokens', '12', '--seed', '1'],
      [
        { session: 'a', text: 'A long day.' },
        { session: 'a' },
        { session: 'a', text: 'I want to kill myself.' },
      ],
    )
    expect(errors).toBe('')
    expect(code).toBe(0)
    expect(answers).toHaveLength(3)
    expect(Object.keys(answers[0] ?? {})).toEqual([
      'session',
      'reply',
      'source',
      'tier',
      'guard',
      'inputTokens',
      'outputTokens',
      'ms',
    ])
    expect(answers[0]).toMatchObject({ session: 'a', source: 'model', tier: 'none' })
    expect(answers[0]?.outputTokens).toBeLessThanOrEqual(12)
    expect(answers[1]).toEqual({ line: 2, error: expect.stringContaining('text') })
    expect(answers[2]).toMatchObject({ session: 'a', source: 'scripted' })
    expect(answers[2]?.tier).not.toBe('none')
  }, 60_000)

  it('answers in guided replies without a model', async () => {
    const { answers, code } = await inspect(['chat'], [{ session: 'b', text: 'Hello.' }])
    expect(code).toBe(0)
    expect(answers[0]).toMatchObject({ session: 'b', source: 'guided', inputTokens: 0, outputTokens: 0 })
  }, 60_000)

  it('ends with a sentence and an error code when asked for nonsense', async () => {
    const { code, answers, errors } = await inspect(['dance'], [])
    expect(code).toBe(1)
    expect(answers).toEqual([])
    expect(errors).toContain('inspect -- chat')
  }, 60_000)
})
