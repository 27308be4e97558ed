/** One sensor as a calm row: what it reads, keeps and is good for, its switch, how it stands, and what it reads now. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PresenceSnapshot } from '../../../electron/contract/presence.ts'
import type { SensorId } from '../../../electron/core/presence/sensor.ts'
import { Switch } from '../../design/Switch.tsx'
import type { TextKey } from '../../text/i18n.ts'
import { useWhen } from '../../text/useWhen.ts'
import styles from './Sensing.module.css'
import { useMoment } from './useMoment.ts'
import type { SensorView } from './useSensing.ts'

type FactName = 'activity' | 'inCall' | 'sharing' | 'fullScreen' | 'doNotDisturb'

const factsOf: Record<SensorId, readonly FactName[]> = {
  presence: ['activity'],
  calls: ['inCall', 'sharing'],
  screen: ['fullScreen', 'doNotDisturb'],
  apps: [],
  input: [],
  machine: [],
}

export interface SensorRowProps {
  sensor: SensorView
  snapshot: PresenceSnapshot
  isPaused: boolean
  onSwitch: (on: boolean) => void
}

export function SensorRow({ sensor: view, snapshot, isPaused, onSwitch }: SensorRowProps) {
  const { t } = useTranslation()
  const nameId = useId()
  const { sensor, condition } = view
  return (
    <li className={styles.sensor} aria-labelledby={nameId}>
      <div className={styles.sensorHead}>
        <h3 id={nameId}>{t(`sensing.sensor.${sensor}.name`)}</h3>
        <Switch
          label={t('sensing.switch', { name: t(`sensing.sensor.${sensor}.name`) })}
          on={view.allowed}
          onSwitch={onSwitch}
        />
      </div>
      <dl className={styles.about}>
        {(['reads', 'keeps', 'goodFor'] as const).map((part) => (
          <div key={part}>
            <dt>{t(`sensing.about.${part}`)}</dt>
            <dd>{t(`sensing.sensor.${sensor}.${part}`)}</dd>
          </div>
        ))}
        {condition.state === 'running' && factsOf[sensor].length > 0 ? (
          <div>
            <dt>{t('sensing.now')}</dt>
            <dd>
              <Facts names={factsOf[sensor]} snapshot={snapshot} />
            </dd>
          </div>
        ) : null}
      </dl>
      <p className={styles.condition} data-problem={condition.state === 'unavailable' || undefined}>
        <ConditionWords view={view} isPaused={isPaused} />
      </p>
    </li>
  )
}

function ConditionWords({ view, isPaused }: { view: SensorView; isPaused: boolean }) {
  const { t } = useTranslation()
  const when = useWhen()
  const sources = useSources()
  const { condition } = view
  if (view.allowed && isPaused) return t('sensing.condition.paused')
  if (view.allowed && view.weightless) return t('sensing.condition.weightless')
  if (condition.state === 'off' || condition.state === 'starting') {
    return t(`sensing.condition.${condition.state}`)
  }
  if (condition.state === 'unavailable') {
    const said = condition.detail === null ? [] : [t('sensing.detail', { detail: condition.detail })]
    return [t(`sensing.problem.${condition.problem}`), ...said].join(' ')
  }
  const running =
    condition.sources.length > 0
      ? t('sensing.condition.running', { sources: sources(condition.sources) })
      : t('sensing.condition.runningAlone')
  const last =
    view.lastAtMs === null ? t('sensing.noReading') : t('sensing.lastReading', { when: when(view.lastAtMs) })
  return [running, last].join(' ')
}

/** Probes by names a person knows; a new one is said by its own. */
function useSources(): (sources: readonly string[]) => string {
  const { t, i18n } = useTranslation()
  const nameOf = (source: string): string =>
    t(`sensing.source.${source}` as TextKey, { defaultValue: source })
  return (sources) =>
    new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(new Set(sources.map(nameOf)))
}

function Facts({ names, snapshot }: { names: readonly FactName[]; snapshot: PresenceSnapshot }) {
  const { t } = useTranslation()
  const moment = useMoment()
  return (
    <ul className={styles.facts}>
      {names.map((name) => {
        const { value, sinceMs } = snapshot[name]
        return (
          <li key={name}>
            {t(`sensing.fact.${name}`)}
            {': '}
            <FactValue value={value} />
            {value === null || sinceMs === null ? null : (
              <span className={styles.small}> {t('sensing.since', { time: moment(sinceMs) })}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function FactValue({ value }: { value: PresenceSnapshot[FactName]['value'] }) {
  const { t } = useTranslation()
  if (value === null) return <span className={styles.unknown}>{t('sensing.unknown')}</span>
  if (typeof value === 'boolean') return <strong>{value ? t('sensing.yes') : t('sensing.no')}</strong>
  return <strong>{t(`sensing.activity.${value}`)}</strong>
}
