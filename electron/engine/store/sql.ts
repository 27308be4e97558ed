/** Raw SQL with values kept out of the text, and rows parsed by a schema on their way out. */
import type BetterSqlite3 from 'better-sqlite3'
import type { z } from 'zod'
import { EngineError } from '../errors.ts'

export type SqlValue = string | number | null

/** A statement and its values; may be put inside another one. */
export interface Sql {
  readonly text: string
  readonly values: readonly SqlValue[]
}

function isSql(part: SqlValue | Sql): part is Sql {
  return typeof part === 'object' && part !== null
}

/** sql`SELECT … WHERE id = ${id}`: values are bound, never spliced; another sql`…` is spliced as it stands. */
export function sql(strings: TemplateStringsArray, ...parts: (SqlValue | Sql)[]): Sql {
  let text = strings[0] ?? ''
  const values: SqlValue[] = []
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(part)
    }
    text += strings[index + 1] ?? ''
  })
  return { text, values }
}

/** A row that does not fit its schema is a bug or damage, never passed on. */
export class RowError extends Error {
  constructor(statement: string, problem: string) {
    // The statement holds no values, so it may be logged; the row may not.
    super(`A row does not fit its schema (${problem}): ${statement.replace(/\s+/g, ' ').slice(0, 200)}`)
    this.name = 'RowError'
  }
}

/** A full disk is nobody's bug, and the person can do something about it. */
function fullDisk<Result>(write: () => Result): Result {
  try {
    return write()
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL'
    throw isFull ? new EngineError('DISK_FULL', 'The disk is full.') : error
  }
}

/** One open database: synchronous, one writer. */
export class Store {
  readonly raw: BetterSqlite3.Database
  readonly #prepared = new Map<string, BetterSqlite3.Statement>()

  constructor(raw: BetterSqlite3.Database) {
    this.raw = raw
  }

  #prepare(text: string): BetterSqlite3.Statement {
    const known = this.#prepared.get(text)
    if (known) return known
    const statement = this.raw.prepare(text)
    this.#prepared.set(text, statement)
    return statement
  }

  all<Row>(schema: z.ZodType<Row>, query: Sql): Row[] {
    return this.#prepare(query.text)
      .all(...query.values)
      .map((row) => {
        const parsed = schema.safeParse(row)
        if (parsed.success) return parsed.data
        const issue = parsed.error.issues[0]
        throw new RowError(query.text, `${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`)
      })
  }

  get<Row>(schema: z.ZodType<Row>, query: Sql): Row | null {
    return this.all(schema, query)[0] ?? null
  }

  /** @returns the number of rows changed. @throws EngineError DISK_FULL */
  run(query: Sql): number {
    return fullDisk(() => this.#prepare(query.text).run(...query.values).changes)
  }

  /**
   * All or nothing; may be nested. What is emitted about it belongs after it: commit first, tell after.
   * @throws EngineError DISK_FULL
   */
  transaction<Result>(work: () => Result): Result {
    return fullDisk(() => this.raw.transaction(work).immediate())
  }

  close(): void {
    this.#prepared.clear()
    this.raw.close()
  }
}
