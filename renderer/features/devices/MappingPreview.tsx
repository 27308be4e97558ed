/** What a mapping makes of the last five messages: readings in words, or why there are none. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MappingPreviewView } from '../../../electron/contract/devices.ts'
import type { Mapping } from '../../../electron/core/readings/mapping.ts'
import { mappingProblem } from '../../../electron/core/readings/mappingProblem.ts'
import { useLanguage } from '../../text/amounts.ts'
import { useWhen } from '../../text/useWhen.ts'
import { useClient } from '../../watch.ts'
import styles from './Reading.module.css'
import { useRefusalWords } from './useMappingWords.ts'

/** Straps send once a second. */
const lookAgainMs = 1500

/** A mapping with a problem is not asked about. */
export function useMappingPreview(deviceId: string, mapping: Mapping) {
  const client = useClient()
  const { data, isLoading } = useQuery({
    queryKey: ['mappingPreview', deviceId, mapping],
    queryFn: () => client.devices.preview({ id: deviceId, mapping }),
    enabled: mappingProblem(mapping) === null,
    refetchInterval: lookAgainMs,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return { messages: data?.messages ?? [], isLoading }
}

export function MappingPreview({ deviceId, mapping }: { deviceId: string; mapping: Mapping }) {
  const { t } = useTranslation()
  const { messages } = useMappingPreview(deviceId, mapping)
  return (
    <div className={styles.preview}>
      <h4>{t('mapping.preview')}</h4>
      {messages.length === 0 ? <p className={styles.small}>{t('mapping.previewNone')}</p> : null}
      <ul>
        {messages.map((message) => (
          <li key={`${message.topic} ${message.arrivedAtMs}`}>
            <PreviewedMessage message={message} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type Previewed = MappingPreviewView['messages'][number]

function PreviewedMessage({ message }: { message: Previewed }) {
  const { t } = useTranslation()
  const when = useWhen()
  const reading = useReadingWords()
  const refusal = useRefusalWords()
  const { readings, refused, arrivedAtMs, text } = message
  return (
    <>
      <p className={styles.message}>
        <code className={styles.snippet}>{text?.slice(0, 90) ?? t('topics.binary')}</code>
        <span className={styles.small}>{when(arrivedAtMs)}</span>
      </p>
      {readings.slice(0, 3).map((one) => (
        <p key={`${one.source} ${one.atMs} ${one.kind}`} className={styles.reading}>
          {reading(one)}
        </p>
      ))}
      {refused.map(({ reason, count }) => (
        <p key={reason} className={styles.refused}>
          {t('mapping.refusedCount', { reason: refusal(reason), count })}
        </p>
      ))}
      {readings.length + refused.length === 0 ? (
        <p className={styles.refused}>{t('mapping.nothing')}</p>
      ) : null}
    </>
  )
}

function useReadingWords(): (reading: Previewed['readings'][number]) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const when = useWhen()
  const figure = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 1 })
  return (reading) => {
    const { kind, rrMs = [], bpm, ms, timeFrom, atMs, notLive, source } = reading
    const values = rrMs.slice(0, 8).map((rr) => (rr === null ? t('mapping.broken') : figure(rr)))
    const what =
      kind === 'rr'
        ? t('mapping.reading.rr', { count: rrMs.length, values: values.join(', ') })
        : t(`mapping.reading.${kind}`, { value: figure(bpm ?? ms ?? 0) })
    const device = source.includes('/') ? source.slice(source.indexOf('/') + 1) : null
    return [
      what,
      ...(timeFrom === 'payload' ? [t('mapping.taken', { when: when(atMs) })] : []),
      ...(device ? [t('mapping.by', { device })] : []),
      ...(notLive ? [t(`mapping.notLive.${notLive}`)] : []),
    ].join(' · ')
  }
}
