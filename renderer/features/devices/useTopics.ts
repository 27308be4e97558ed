/** Topics of a broker as they arrive, for as long as somebody looks. */
import { useEffect, useState } from 'react'
import type { EngineClient } from '../../../electron/contract/index.ts'
import { topicFilterProblem } from '../../../electron/core/readings/topics.ts'
import { useWatch, type Watch } from '../../watch.ts'

type Heard =
  Awaited<ReturnType<EngineClient['devices']['watchTopics']>> extends AsyncIterable<infer Change>
    ? Change
    : never
export type HeardTopic = Heard['topics'][number]

/** Undefined until the first answer; nothing is followed while the filter is none. */
export function useTopics(id: string, topicFilter: string): HeardTopic[] | undefined {
  const watch: Watch<Heard, HeardTopic[]> = {
    key: ['topics', id, topicFilter],
    open: (client, signal) => client.devices.watchTopics({ id, topicFilter }, { signal }),
    reduce: (_, { topics }) => topics,
  }
  return useWatch(topicFilterProblem(topicFilter) === null ? watch : null)
}

/** The text once typing has paused. */
export function usePaused(text: string, pauseMs = 400): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text, pauseMs])
  return paused
}
