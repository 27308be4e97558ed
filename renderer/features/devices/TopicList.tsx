/** Topics as they arrive: look under a filter, find a name in the list, pick one to read. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceView } from '../../../electron/contract/devices.ts'
import { topicFilterProblem } from '../../../electron/core/readings/topics.ts'
import { useWhen } from '../../text/useWhen.ts'
import form from './Form.module.css'
import styles from './Reading.module.css'
import { type HeardTopic, usePaused, useTopics } from './useTopics.ts'

const everything = '#'

export interface TopicListProps {
  device: DeviceView
  onPick: (topic: string) => void
}

export function TopicList({ device, onPick }: TopicListProps) {
  const { t } = useTranslation()
  const filterId = useId()
  const findId = useId()
  const [filter, setFilter] = useState(everything)
  const [wanted, setWanted] = useState('')
  const topics = useTopics(device.id, usePaused(filter))
  const problem = topicFilterProblem(filter)
  const isConnected = device.phase.phase === 'connected'
  const readTopics = new Set(device.mappings.map(({ mapping }) => mapping.topicFilter))
  const shown = (topics ?? [])
    .filter(({ topic }) => topic.toLowerCase().includes(wanted.trim().toLowerCase()))
    // By name: a list that jumps with each message cannot be picked from.
    .toSorted((a, b) => a.topic.localeCompare(b.topic))

  return (
    <>
      <p className={styles.small}>{t('topics.about')}</p>
      <div className={form.pair}>
        <div className={form.field}>
          <label htmlFor={filterId}>{t('topics.filter')}</label>
          <input
            id={filterId}
            className={form.input}
            value={filter}
            spellCheck={false}
            autoComplete="off"
            aria-describedby={`${filterId}-hint`}
            aria-invalid={problem !== null || undefined}
            onChange={(event) => setFilter(event.target.value)}
          />
          <p id={`${filterId}-hint`} className={problem ? form.wrong : form.hint}>
            {problem ? t(`topics.problem.${problem}`) : t('topics.filterHint')}
          </p>
        </div>
        <div className={form.field}>
          <label htmlFor={findId}>{t('topics.find')}</label>
          <input
            id={findId}
            className={form.input}
            type="search"
            value={wanted}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setWanted(event.target.value)}
          />
        </div>
      </div>
      {isConnected ? null : <p className={form.result}>{t('topics.notConnected')}</p>}
      {isConnected && shown.length === 0 ? (
        <p className={styles.small} role="status">
          {topics && topics.length > 0 ? t('topics.noneFound') : t('topics.none')}
        </p>
      ) : null}
      <ul className={styles.topics}>
        {shown.map((heard) => (
          <TopicRow key={heard.topic} heard={heard} isRead={readTopics.has(heard.topic)} onPick={onPick} />
        ))}
      </ul>
    </>
  )
}

interface TopicRowProps {
  heard: HeardTopic
  isRead: boolean
  onPick: (topic: string) => void
}

function TopicRow({ heard, isRead, onPick }: TopicRowProps) {
  const { t } = useTranslation()
  const when = useWhen()
  const { topic, count, lastAtMs, retained, text } = heard
  const facts = [
    t('topics.count', { count }),
    when(lastAtMs),
    ...(retained ? [t('topics.retained')] : []),
    ...(isRead ? [t('topics.alreadyRead')] : []),
  ]
  return (
    <li>
      <button type="button" className={styles.topic} onClick={() => onPick(topic)}>
        <span className={styles.topicName}>{topic}</span>{' '}
        <code className={styles.snippet}>{text ?? t('topics.binary')}</code>{' '}
        <span className={styles.small}>{facts.join(' · ')}</span>
      </button>
    </li>
  )
}
