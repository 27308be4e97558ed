/** The log may be shared: these tests hold it to that. */
import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EngineError } from '../../electron/engine/errors.ts'
import { createLog, safeFields } from '../../electron/engine/log.ts'
import { FakeClock } from '../fakes/fakeClock.ts'
import { TEST_KEY } from './engineParts.ts'

function logged() {
  const lines: string[] = []
  return { log: createLog(new FakeClock(), (line) => lines.push(line)), lines }
}

describe('the log', () => {
  it('writes one JSON line with time, level, event, codes, counts and ids', () => {
    const { log, lines } = logged()
    const id = randomUUID()
    log.warn('replyBroken', { conversationId: id, code: 'MODEL_STOPPED', count: 3, procedure: 'chat.send' })
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'warn',
        at: new FakeClock().now(),
        event: 'replyBroken',
        conversationId: id,
        code: 'MODEL_STOPPED',
        count: 3,
        procedure: 'chat.send',
      },
    ])
  })

  it.each([
    ['words of a talk', 'I feel so empty today'],
    ['a single word', 'lonely'],
    ['a home folder', homedir()],
    ['a Windows home', 'C:\\Users\\Ada\\Lull'],
    ['a key', TEST_KEY],
    ['an address', 'http://192.168.1.7:8080/'],
    ['a host', 'bridge.local'],
    ['a phone number', '+44 116 123'],
  ])('leaves out %s, whatever field it is put in', (_what, value) => {
    const keys = [
      'text',
      'code',
      'procedure',
      'phase',
      'outcome',
      'role',
      'version',
      'platform',
      'file',
      'id',
      'error',
    ]
    const { log, lines } = logged()
    for (const key of keys) log.info('said', { [key]: value })
    expect(lines).toHaveLength(keys.length)
    expect(lines.join()).not.toContain(value)
  })

  it('never writes the message of an error, nor a whole path', () => {
    const { log, lines } = logged()
    const error = new Error(`ENOENT: ${homedir()}/lull.db while storing "I feel so empty"`)
    error.stack = `Error: ${error.message}\n    at keep (file://${homedir()}/lull/chatStore.ts:12:5)\n    at ${homedir()}/x/index.ts:3:1`
    log.error('replyFailed', error)
    log.error('replyFailed', new EngineError('INTERNAL', 'I feel so empty', { word: 'empty' }))
    log.error('replyFailed', 'I feel so empty')
    expect(lines.join('\n')).not.toMatch(/empty|ENOENT/)
    expect(lines.join('\n')).not.toContain(homedir())
    expect(JSON.parse(lines[0] ?? '').error).toEqual({
      kind: 'Error',
      code: null,
      at: ['chatStore.ts:12:5', 'index.ts:3:1'],
    })
    expect(JSON.parse(lines[1] ?? '').error).toMatchObject({ kind: 'EngineError', code: 'INTERNAL' })
  })

  it('lets no sentence through', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (key, text) => {
        const sentence = `${text} and more`
        expect(Object.values(safeFields({ [key]: sentence }))).not.toContain(sentence)
      }),
    )
  })
})
