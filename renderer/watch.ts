/** Live data: each watch stream of the contract is followed once and kept in the query cache, however many look at it. */
import { ORPCError } from '@orpc/client'
import { hashKey, type QueryClient, type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import { type ErrorCode, errorCodes } from '../electron/contract/errorCodes.ts'
import type { EngineClient } from '../electron/contract/index.ts'
import { type Engine, EngineAway, type LinkState } from './engine.ts'

const EngineContext = createContext<Engine | null>(null)
export const EngineProvider = EngineContext.Provider

export function useEngine(): Engine {
  const engine = useContext(EngineContext)
  if (!engine) throw new Error('This part of the page needs an EngineProvider around it.')
  return engine
}

export const useClient = (): EngineClient => useEngine().client

export function useLinkState(): LinkState {
  const engine = useEngine()
  return useSyncExternalStore(engine.subscribe, engine.link)
}

/** What the page says about an error: a code of the contract, or AWAY while there is no engine. */
export type PageErrorCode = ErrorCode | 'AWAY'

export function errorCode(error: unknown): PageErrorCode {
  // What the connection itself answers with, such as BAD_REQUEST, has no words of its own.
  if (error instanceof ORPCError) return errorCodes.find((code) => code === error.code) ?? 'INTERNAL'
  return error instanceof EngineAway || isCut(error) ? 'AWAY' : 'INTERNAL'
}

/** The connection ended under a call; whether the engine heard it is unknown. */
export const isCut = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

export interface Watch<Change, View> {
  key: QueryKey
  open(client: EngineClient, signal: AbortSignal): Promise<AsyncIterable<Change>>
  reduce(view: View | undefined, change: Change): View
}

/** Asking again would be answered the same way. */
const lasting: PageErrorCode[] = ['NOT_FOUND', 'NOT_ALLOWED', 'INVALID_INPUT']
const firstRetryMs = 200
const longestRetryMs = 8_000

/** Resolves when the link changes, the time is over, or the signal aborts. */
function linkChanged(engine: Engine, withinMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, withinMs)
    const stop = engine.subscribe(done)
    signal.addEventListener('abort', done)
  })
}

/** Follows one stream through lost connections until the signal aborts. */
export async function follow<Change, View>(
  engine: Engine,
  cache: QueryClient,
  watch: Watch<Change, View>,
  signal: AbortSignal,
): Promise<void> {
  let retryMs = firstRetryMs
  while (!signal.aborted) {
    const link = engine.link()
    if (link.state !== 'connected') {
      await linkChanged(engine, longestRetryMs, signal)
      continue
    }
    const attempt = new AbortController()
    const end = () => attempt.abort()
    signal.addEventListener('abort', end)
    // A port that was swapped for a new one never says goodbye, so its streams are ended from here.
    const stopListening = engine.subscribe(end)
    try {
      const changes = await watch.open(engine.client, attempt.signal)
      for await (const change of changes) {
        if (attempt.signal.aborted) break
        retryMs = firstRetryMs
        cache.setQueryData<View>(watch.key, (view) => watch.reduce(view, change))
      }
    } catch (error) {
      if (!attempt.signal.aborted && lasting.includes(errorCode(error))) return
    } finally {
      stopListening()
      signal.removeEventListener('abort', end)
      attempt.abort()
    }
    const now = engine.link()
    const isSameLink = now.state === 'connected' && now.generation === link.generation
    if (isSameLink && !signal.aborted) {
      await linkChanged(engine, retryMs, signal)
      retryMs = Math.min(retryMs * 2, longestRetryMs)
    }
  }
}

interface Followed {
  watchers: number
  abort: AbortController
}

const followedBy = new WeakMap<Engine, Map<string, Followed>>()

function join<Change, View>(engine: Engine, cache: QueryClient, watch: Watch<Change, View>): () => void {
  const all = followedBy.get(engine) ?? new Map<string, Followed>()
  followedBy.set(engine, all)
  const hash = hashKey(watch.key)
  let followed = all.get(hash)
  if (!followed) {
    followed = { watchers: 0, abort: new AbortController() }
    all.set(hash, followed)
    void follow(engine, cache, watch, followed.abort.signal)
  }
  followed.watchers += 1
  const mine = followed
  return () => {
    mine.watchers -= 1
    if (mine.watchers > 0) return
    mine.abort.abort()
    if (all.get(hash) === mine) all.delete(hash)
  }
}

/** The newest view of a watched stream, or undefined until its first word. Null as watch = nothing to follow yet. */
export function useWatch<Change, View>(watch: Watch<Change, View> | null): View | undefined {
  const engine = useEngine()
  const cache = useQueryClient()
  const hash = watch ? hashKey(watch.key) : null
  const newest = useRef(watch)
  newest.current = watch
  useEffect(() => {
    const current = newest.current
    return hash === null || current === null ? undefined : join(engine, cache, current)
  }, [engine, cache, hash])
  return useKept<View>(watch?.key ?? ['nothing'])
}

/** What the cache holds under a key, without asking anybody for it. */
export function useKept<View>(key: QueryKey): View | undefined {
  const { data } = useQuery<View>({ queryKey: key, queryFn: neverAsked, enabled: false })
  return data
}

function neverAsked(): never {
  throw new Error('Watched data comes through its stream alone.')
}
