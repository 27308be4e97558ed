/** The log: JSON lines of codes, counts and ids that may be shared with anyone; everything else is left out. */
import pino from 'pino'
import { errorCodes } from '../contract/errorCodes.ts'
import { contract } from '../contract/index.ts'
import { roles } from '../contract/procedure.ts'
import type { Clock } from './ports/clock.ts'

type Field = string | number | boolean | null | undefined

/** Events are named in the past tense ("databaseOpened"). Values are checked again before they are written. */
export interface Log {
  info(event: string, fields?: Record<string, Field>): void
  warn(event: string, fields?: Record<string, Field>): void
  /** A bug: where it happened, never what was said. */
  error(event: string, error: unknown, fields?: Record<string, Field>): void
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const procedures = new Set(
  Object.entries(contract).flatMap(([feature, calls]) =>
    Object.keys(calls).map((call) => `${feature}.${call}`),
  ),
)
const among = (words: readonly string[]) => (value: string) => words.includes(value)
const isCode = (value: string) =>
  (errorCodes as readonly string[]).includes(value) || /^(SQLITE|ERR)_[A-Z_]{1,40}$/.test(value)

/** Fields that may hold a word, and the closed set each takes its words from. */
const wordFields = new Map<string, (value: string) => boolean>([
  ['code', isCode],
  ['procedure', (value) => procedures.has(value) || value === 'frame'],
  ['role', among(roles)],
  ['phase', among(['present', 'missing', 'altered'])],
  ['version', (value) => /^\d+\.\d+\.\d+[0-9a-z.+-]{0,20}$/.test(value)],
  ['file', (value) => /^lull\.db\.(broken|locked)-\d+$/.test(value)],
])

const LEFT_OUT = '[left out]'

function safeField(key: string, value: Field): Field {
  if (typeof value !== 'string') return value
  if (UUID.test(value)) return value
  return wordFields.get(key)?.(value) ? value : LEFT_OUT
}

/** Only fields that cannot hold a person's words, a path, an address or a key. */
export function safeFields(fields: Record<string, Field>): Record<string, Field> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, safeField(key, value)]))
}

/** Kind, code and places of an error: its message may quote anything, and paths hold a home folder. */
export function errorFields(error: unknown): { kind: string; code: string | null; at: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, code: null, at: [] }
  const code = 'code' in error && typeof error.code === 'string' && isCode(error.code) ? error.code : null
  const frames = [...(error.stack ?? '').matchAll(/^\s+at .*?([\w.-]+:\d+:\d+)\)?$/gm)]
  return {
    kind: /^\w{1,40}$/.test(error.name) ? error.name : 'Error',
    code,
    at: frames.slice(0, 8).flatMap((frame) => frame[1] ?? []),
  }
}

export function createLog(clock: Clock, writeLine: (line: string) => void): Log {
  const logger = pino(
    {
      base: null,
      timestamp: () => `,"at":${clock.now()}`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => writeLine(line.trimEnd()) },
  )
  return {
    info: (event, fields = {}) => logger.info({ event, ...safeFields(fields) }),
    warn: (event, fields = {}) => logger.warn({ event, ...safeFields(fields) }),
    error: (event, error, fields = {}) =>
      logger.error({ event, ...safeFields(fields), error: errorFields(error) }),
  }
}
