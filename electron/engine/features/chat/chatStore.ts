/** Conversations and messages in SQL. Order is by sequence; a hidden conversation is not there for anyone but undo. */
import { z } from 'zod'
import { careCard, opinion, tier } from '../../../contract/safety.ts'
import type { Conversation, Message, Mode, ReplyFailure } from '../../../core/chat/conversation.ts'
import type { Opinion } from '../../../core/safety/tier.ts'
import type { WrittenMessage } from '../../ports/writtenMessages.ts'
import { type Sql, type Store, sql } from '../../store/sql.ts'

const PREVIEW_LENGTH = 120
/** Read from the start of the last message; white space may be folded away. */
const PREVIEW_SOURCE_LENGTH = 480
/** Characters of a message that figures of use are drawn from. */
const WRITTEN_LENGTH = 8000

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z.string().transform((text, context): z.infer<Schema> => {
    try {
      return schema.parse(JSON.parse(text))
    } catch {
      context.addIssue({ code: 'custom', message: 'json' })
      return z.NEVER
    }
  })

/** Where the scripted talk stood after a message of Lull; the state is read by core alone. */
const script = z.object({
  state: z.unknown(),
  offer: z.literal('safety-plan').nullable(),
  isPrivate: z.boolean(),
})
export type Script = z.infer<typeof script>

const cut = z.object({ rule: z.string(), sentence: z.number() })

const conversationRow = z
  .object({
    id: z.string(),
    title: z.string(),
    mode: z.enum(['talk']),
    started_at: z.number(),
    updated_at: z.number(),
    message_count: z.number(),
    preview: z.string().nullable(),
  })
  .transform(
    (row): Conversation => ({
      id: row.id,
      title: row.title,
      startedAt: row.started_at,
      updatedAt: row.updated_at,
      mode: row.mode,
      messageCount: row.message_count,
      preview: shortened(row.preview ?? ''),
    }),
  )

const messageRow = z
  .object({
    id: z.string(),
    conversation_id: z.string(),
    author: z.enum(['person', 'lull']),
    text: z.string(),
    at: z.number(),
    status: z.enum(['sent', 'complete', 'stopped', 'cut']),
    source: z.enum(['model', 'scripted', 'guided']).nullable(),
    tier,
    care: json(careCard).nullable(),
    script: json(script).nullable(),
    guard: json(z.array(z.string())),
    model_title: z.string().nullable(),
  })
  .transform(
    (row): Message => ({
      id: row.id,
      conversationId: row.conversation_id,
      author: row.author,
      text: row.text,
      at: row.at,
      status: row.status,
      source: row.source,
      tier: row.tier,
      care: row.care,
      offer: row.script?.offer ?? null,
      isPrivate: row.script?.isPrivate ?? false,
      guard: row.guard,
      modelTitle: row.model_title,
    }),
  )

const explanationRow = z
  .object({
    tier,
    guard: json(z.array(z.string())),
    model_title: z.string().nullable(),
    prompt_text: z.string().nullable(),
    reasons: json(z.array(z.string())).nullable(),
    cuts: json(z.array(cut)).nullable(),
    opinions: json(z.array(opinion)).nullable(),
    input_tokens: z.number().nullable(),
    output_tokens: z.number().nullable(),
  })
  .transform((row) => ({
    tier: row.tier,
    guard: row.guard,
    modelTitle: row.model_title,
    promptText: row.prompt_text,
    reasons: row.reasons ?? [],
    cuts: row.cuts ?? [],
    opinions: row.opinions ?? [],
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
  }))

export type Explanation = z.infer<typeof explanationRow>
export type ReplyFacts = Pick<Explanation, 'promptText' | 'reasons' | 'inputTokens' | 'outputTokens'>

const failureCode = z.enum(['MODEL_MISSING', 'MODEL_BROKEN', 'MODEL_TOO_BIG', 'MODEL_STOPPED', 'INTERNAL'])
const idRow = z.object({ id: z.string() })
const hiddenRow = z.object({ erasedAt: z.number().nullable() })
const writtenRow: z.ZodType<WrittenMessage> = z.object({
  sequence: z.number(),
  atMs: z.number(),
  text: z.string().nullable(),
})

export interface Summary {
  text: string
  /** Sequence of the last message it covers. */
  until: number
}

/** A message with its place in the order of the talk. */
export interface PlacedMessage {
  sequence: number
  message: Message
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  const characters = Array.from(flat)
  return characters.length <= PREVIEW_LENGTH ? flat : `${characters.slice(0, PREVIEW_LENGTH - 1).join('')}…`
}

const folded = (text: string) => text.normalize('NFKC').toLocaleLowerCase('und')

export class ChatStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
    // SQLite's own LIKE folds ASCII only; people search in every script.
    store.raw.function('lull_holds', { deterministic: true }, (text: unknown, needle: unknown) =>
      typeof text === 'string' && typeof needle === 'string' && folded(text).includes(needle) ? 1 : 0,
    )
  }

  transaction<Result>(work: () => Result): Result {
    return this.#store.transaction(work)
  }

  conversations(query: string | null): Conversation[] {
    const needle = folded(query?.trim() ?? '')
    const wanted = needle
      ? sql`AND (lull_holds(c.title, ${needle}) OR EXISTS (
          SELECT 1 FROM messages WHERE conversation_id = c.id AND lull_holds(text, ${needle})))`
      : sql``
    return this.#store.all(
      conversationRow,
      sql`${selectConversation} WHERE c.erased_at IS NULL ${wanted} ORDER BY c.updated_at DESC, c.rowid DESC`,
    )
  }

  conversation(id: string): Conversation | null {
    return this.#store.get(
      conversationRow,
      sql`${selectConversation} WHERE c.id = ${id} AND c.erased_at IS NULL`,
    )
  }

  /** Also true for a hidden one. */
  exists(id: string): boolean {
    return this.#store.get(idRow, sql`SELECT id FROM conversations WHERE id = ${id}`) !== null
  }

  create(conversation: { id: string; title: string; mode: Mode; at: number }): void {
    const { id, title, mode, at } = conversation
    this.#store.run(sql`
      INSERT INTO conversations (id, title, mode, started_at, updated_at)
      VALUES (${id}, ${title}, ${mode}, ${at}, ${at})`)
  }

  rename(id: string, title: string): void {
    this.#store.run(sql`UPDATE conversations SET title = ${title} WHERE id = ${id}`)
  }

  messages(conversationId: string): Message[] {
    return this.#store.all(
      messageRow,
      sql`SELECT * FROM messages WHERE conversation_id = ${conversationId} ORDER BY sequence`,
    )
  }

  /** Messages after a summary's reach, oldest first. */
  placedMessages(conversationId: string, after: number): PlacedMessage[] {
    const placed = z.intersection(
      z.object({ sequence: z.number() }).transform(({ sequence }) => ({ sequence })),
      messageRow.transform((message) => ({ message })),
    )
    return this.#store.all(
      placed,
      sql`SELECT * FROM messages WHERE conversation_id = ${conversationId} AND sequence > ${after} ORDER BY sequence`,
    )
  }

  /**
   * Messages of all talks before a place (null = from the newest on), newest first, `most` of them; talks being erased
   * are left out. Of the person's words the beginning, of Lull's none.
   */
  writtenBefore(sequence: number | null, most: number): WrittenMessage[] {
    const before = sequence === null ? sql`` : sql`AND m.sequence < ${sequence}`
    // In this order of tables nothing is sorted: places go down, and each looks up its talk.
    return this.#store.all(
      writtenRow,
      sql`SELECT m.sequence, m.at AS atMs,
          CASE WHEN m.author = 'person' THEN substr(m.text, 1, ${WRITTEN_LENGTH}) END AS text
        FROM messages m CROSS JOIN conversations c
        WHERE c.id = m.conversation_id AND c.erased_at IS NULL ${before}
        ORDER BY m.sequence DESC LIMIT ${most}`,
    )
  }

  /** `open`: to be seen · `hidden`: being erased, and may come back · `gone`. */
  talkIs(conversationId: string): 'open' | 'hidden' | 'gone' {
    const query = sql`SELECT erased_at AS erasedAt FROM conversations WHERE id = ${conversationId}`
    const row = this.#store.get(hiddenRow, query)
    return row === null ? 'gone' : row.erasedAt === null ? 'open' : 'hidden'
  }

  message(id: string): Message | null {
    return this.#store.get(messageRow, sql`SELECT * FROM messages WHERE id = ${id}`)
  }

  lastMessage(conversationId: string): Message | null {
    return this.#store.get(
      messageRow,
      sql`SELECT * FROM messages WHERE conversation_id = ${conversationId} ORDER BY sequence DESC LIMIT 1`,
    )
  }

  /** Adds a message at the end, or replaces one with the same id where it stands. */
  keep(message: Message): void {
    const care = message.care === null ? null : JSON.stringify(message.care)
    const guard = JSON.stringify(message.guard)
    this.#store.run(sql`
      INSERT INTO messages (id, conversation_id, author, text, at, status, source, tier, care, guard, model_title)
      VALUES (${message.id}, ${message.conversationId}, ${message.author}, ${message.text}, ${message.at},
        ${message.status}, ${message.source}, ${message.tier}, ${care}, ${guard}, ${message.modelTitle})
      ON CONFLICT (id) DO UPDATE SET text = excluded.text, at = excluded.at, status = excluded.status,
        source = excluded.source, tier = excluded.tier, care = excluded.care, guard = excluded.guard, model_title = excluded.model_title`)
    this.#store.run(
      sql`UPDATE conversations SET updated_at = ${message.at} WHERE id = ${message.conversationId}`,
    )
  }

  /** Beside a message of Lull that is kept already. */
  keepScript(messageId: string, kept: Script): void {
    this.#store.run(sql`UPDATE messages SET script = ${JSON.stringify(kept)} WHERE id = ${messageId}`)
  }

  /** Where the scripted talk stands, before a message; null when there is none or it cannot be read. */
  scriptBefore(conversationId: string, messageId: string): unknown {
    const row = z.object({ script: json(script) })
    return this.#store.get(
      row,
      sql`SELECT script FROM messages WHERE conversation_id = ${conversationId} AND script IS NOT NULL
        AND sequence < (SELECT sequence FROM messages WHERE id = ${messageId}) ORDER BY sequence DESC LIMIT 1`,
    )?.script.state
  }

  /** What slower ways of listening thought of a person's message. */
  keepOpinions(messageId: string, opinions: readonly Opinion[]): void {
    this.#store.run(sql`UPDATE messages SET opinions = ${JSON.stringify(opinions)} WHERE id = ${messageId}`)
  }

  /** By message; messages nobody had an opinion of are left out. */
  opinions(conversationId: string): Map<string, Opinion[]> {
    const row = z.object({ id: z.string(), opinions: json(z.array(opinion)) })
    const rows = this.#store.all(
      row,
      sql`SELECT id, opinions FROM messages WHERE conversation_id = ${conversationId} AND opinions IS NOT NULL`,
    )
    return new Map(rows.map(({ id, opinions }) => [id, opinions]))
  }

  /** Sentences of a reply that were cut, without the sentences. */
  keepCuts(messageId: string, cuts: readonly z.infer<typeof cut>[]): void {
    this.#store.run(sql`UPDATE messages SET cuts = ${JSON.stringify(cuts)} WHERE id = ${messageId}`)
  }

  removeMessage(id: string): void {
    this.#store.run(sql`DELETE FROM messages WHERE id = ${id}`)
  }

  keepFacts(messageId: string, facts: ReplyFacts): void {
    this.#store.run(sql`
      INSERT INTO explanations (message_id, prompt_text, reasons, input_tokens, output_tokens)
      VALUES (${messageId}, ${facts.promptText}, ${JSON.stringify(facts.reasons)}, ${facts.inputTokens},
        ${facts.outputTokens})
      ON CONFLICT (message_id) DO UPDATE SET prompt_text = excluded.prompt_text, reasons = excluded.reasons,
        input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens`)
  }

  explanation(messageId: string): Explanation | null {
    return this.#store.get(
      explanationRow,
      sql`SELECT m.tier, m.guard, m.cuts, m.model_title, e.prompt_text, e.reasons, e.input_tokens, e.output_tokens,
          (SELECT p.opinions FROM messages p WHERE p.conversation_id = m.conversation_id AND p.author = 'person'
            AND p.sequence <= m.sequence ORDER BY p.sequence DESC LIMIT 1) AS opinions
        FROM messages m LEFT JOIN explanations e ON e.message_id = m.id WHERE m.id = ${messageId}`,
    )
  }

  failure(conversationId: string): ReplyFailure | null {
    const row = z.object({ failure: failureCode.nullable() })
    return (
      this.#store.get(row, sql`SELECT failure FROM conversations WHERE id = ${conversationId}`)?.failure ??
      null
    )
  }

  setFailure(conversationId: string, failure: ReplyFailure | null): void {
    this.#store.run(sql`UPDATE conversations SET failure = ${failure} WHERE id = ${conversationId}`)
  }

  summary(conversationId: string): Summary | null {
    const row = z.object({ text: z.string().nullable(), until: z.number().nullable() })
    const found = this.#store.get(
      row,
      sql`SELECT summary AS text, summary_until AS until FROM conversations WHERE id = ${conversationId}`,
    )
    return found && found.text !== null && found.until !== null
      ? { text: found.text, until: found.until }
      : null
  }

  setSummary(conversationId: string, summary: Summary | null): void {
    this.#store.run(sql`
      UPDATE conversations SET summary = ${summary?.text ?? null}, summary_until = ${summary?.until ?? null}
      WHERE id = ${conversationId}`)
  }

  /** @returns false when it was not there or hidden already. */
  hide(id: string, at: number): boolean {
    return (
      this.#store.run(
        sql`UPDATE conversations SET erased_at = ${at} WHERE id = ${id} AND erased_at IS NULL`,
      ) > 0
    )
  }

  unhide(id: string): boolean {
    return (
      this.#store.run(
        sql`UPDATE conversations SET erased_at = NULL WHERE id = ${id} AND erased_at IS NOT NULL`,
      ) > 0
    )
  }

  /** Erases a hidden conversation for good. */
  eraseHidden(id: string): void {
    this.#store.run(sql`DELETE FROM conversations WHERE id = ${id} AND erased_at IS NOT NULL`)
  }

  eraseAllHidden(): number {
    return this.#store.run(sql`DELETE FROM conversations WHERE erased_at IS NOT NULL`)
  }

  eraseEverything(): void {
    this.#store.run(sql`DELETE FROM conversations`)
  }

  conversationIds(): string[] {
    return this.#store.all(idRow, sql`SELECT id FROM conversations`).map((row) => row.id)
  }
}

const selectConversation: Sql = sql`
  SELECT c.id, c.title, c.mode, c.started_at, c.updated_at,
    (SELECT count(*) FROM messages WHERE conversation_id = c.id) AS message_count,
    (SELECT substr(text, 1, ${PREVIEW_SOURCE_LENGTH}) FROM messages
      WHERE conversation_id = c.id ORDER BY sequence DESC LIMIT 1) AS preview
  FROM conversations c`
