/** Many straps at once, for measuring: as many samples a second as asked for, without any topic going over its rate. */
import mqtt from 'mqtt'
import type { Mapping } from '../../../../electron/core/readings/mapping.ts'
import { MOST_MESSAGES_PER_SECOND } from '../../../../electron/core/readings/topicRate.ts'

export interface BulkOptions {
  port: number
  /** Straps, each with a topic of its own. */
  topics: number
  /** Intervals in one message; each counts as a sample. */
  intervalsPerMessage: number
  samplesPerSecond: number
  seconds: number
  qos?: 0 | 1
}

export interface BulkResult {
  messages: number
  samples: number
  tookMs: number
}

/** Maps every strap of the bulk, each to a source of its own. The time says when a message was handed to the broker. */
export const bulkMapping: Mapping = {
  id: 'bulk.rr',
  topicFilter: 'bulk/+/rr',
  valuePath: '$.rr',
  kind: 'rr_list',
  unit: 'ms',
  time: { path: '$.at', unit: 'ms' },
  device: { topicLevel: 1 },
}

/** A slice of a second: straps take turns, so that none sends in bursts. */
const SLICE_MS = 10
/** Messages that wait for their acknowledgement; more would measure the queue of the publisher. */
const MOST_UNDER_WAY = 2000

/** Values that differ from message to message, so that none is taken for a repeat. */
const intervals = (message: number, count: number) =>
  Array.from({ length: count }, (_, at) => 700 + ((message * 0.37 + at * 13) % 400))

/** @throws RangeError when the topics would have to send more than fifty messages a second each */
export async function publishInBulk(options: BulkOptions): Promise<BulkResult> {
  const { port, topics, intervalsPerMessage, samplesPerSecond, seconds, qos = 1 } = options
  const messagesPerSecond = Math.ceil(samplesPerSecond / intervalsPerMessage)
  // Nine tenths: a late slice may fall into the next second of the one who counts.
  if (messagesPerSecond / topics > MOST_MESSAGES_PER_SECOND * 0.9) {
    throw new RangeError('too many messages for each topic: more topics or more intervals in a message')
  }
  const client = await mqtt.connectAsync({ host: '127.0.0.1', port, protocolVersion: 5 })
  const wanted = messagesPerSecond * seconds
  const startedAt = performance.now()
  let sent = 0
  let acknowledged = 0
  await new Promise<void>((done) => {
    const sendDue = () => {
      const due = Math.min(wanted, Math.floor(((performance.now() - startedAt) / 1000) * messagesPerSecond))
      while (sent < due && sent - acknowledged < MOST_UNDER_WAY) {
        const payload = JSON.stringify({ rr: intervals(sent, intervalsPerMessage), at: Date.now() })
        client.publish(`bulk/strap${sent % topics}/rr`, payload, { qos }, () => {
          acknowledged++
        })
        sent++
      }
      if (acknowledged >= wanted) done()
      else setTimeout(sendDue, SLICE_MS)
    }
    sendDue()
  })
  const tookMs = performance.now() - startedAt
  await client.endAsync()
  return { messages: sent, samples: sent * intervalsPerMessage, tookMs }
}

/** In a process of its own, so that publishing does not take from the one that is measured. */
if (process.argv[1] === import.meta.filename) {
  const options = JSON.parse(process.argv[2] ?? '{}') as BulkOptions
  const result = await publishInBulk(options)
  process.stdout.write(`${JSON.stringify(result)}\n`)
}
