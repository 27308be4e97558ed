/** The small sign that sensing runs, or does not: a dot of light, told in words to those who ask or cannot see it. */
import { useTranslation } from 'react-i18next'
import { buttonClass } from '../../design/Button.tsx'
import { useSettings } from '../settings/useSettings.ts'
import styles from './SensingSign.module.css'
import { type SensingState, sensingState } from './sensingState.ts'
import { useMoment } from './useMoment.ts'
import { useSensing } from './useSensing.ts'

/** Undefined until it is known. */
export function useSensingState(): SensingState | undefined {
  const snapshot = useSensing()
  const settings = useSettings()
  if (!snapshot || !settings) return undefined
  return sensingState(snapshot.sensing, settings.sensingPaused !== null)
}

/** "Sensing is paused until 14:30". */
export function useSensingWords(): (now: SensingState) => string {
  const { t } = useTranslation()
  const moment = useMoment()
  return (now) =>
    now.state === 'pausedUntil'
      ? t('sensingSign.pausedUntil', { until: moment(now.until) })
      : t(`sensingSign.${now.state}`)
}

export function SensingDot({ now }: { now: SensingState }) {
  return <span className={styles.dot} data-state={now.state} aria-hidden="true" />
}

/** The popup's: a round button that leads to the Sensing page. */
export function SensingSign({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation()
  const now = useSensingState()
  const words = useSensingWords()
  if (!now) return null
  const label = t('sensingSign.open', { state: words(now) })
  return (
    <button
      type="button"
      className={buttonClass('icon')}
      aria-label={label}
      title={words(now)}
      onClick={onOpen}
    >
      <SensingDot now={now} />
    </button>
  )
}

/** The home rail's: beside the name of the page it leads to. */
export function SensingMark() {
  const { t } = useTranslation()
  const now = useSensingState()
  const words = useSensingWords()
  if (!now) return null
  const short = now.state === 'on' || now.state === 'off' ? now.state : 'paused'
  return (
    <span className={styles.mark} title={words(now)}>
      <span className={styles.short}>
        {t(`sensingSign.short.${now.state === 'pausedOpen' ? 'off' : short}`)}
      </span>
      <SensingDot now={now} />
    </span>
  )
}
