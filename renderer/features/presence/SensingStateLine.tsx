/** One line for all sensing: how it stands, and the ways to pause it, end it or have it again. */
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/contract/settings.ts'
import { Button } from '../../design/Button.tsx'
import { nextMorning } from '../../design/clock.ts'
import styles from './Sensing.module.css'
import { SensingDot } from './SensingSign.tsx'
import type { SensingState } from './sensingState.ts'
import { useMoment } from './useMoment.ts'

const hourMs = 3_600_000

export interface SensingStateLineProps {
  now: SensingState
  onPause: (paused: Settings['sensingPaused']) => void
}

export function SensingStateLine({ now, onPause }: SensingStateLineProps) {
  const { t } = useTranslation()
  return (
    <section className={styles.state} aria-label={t('sensing.state.label')}>
      <div className={styles.stateWords} role="status">
        <p className={styles.stateName}>
          <SensingDot now={now} />
          <StateName now={now} />
        </p>
        <p className={styles.small}>{t(`sensing.state.${aboutOf(now)}`)}</p>
      </div>
      <div className={styles.ways}>
        {now.state === 'on' ? (
          <>
            <Button onClick={() => onPause({ until: Date.now() + hourMs })}>
              {t('sensing.state.pauseHour')}
            </Button>
            <Button onClick={() => onPause({ until: nextMorning(Date.now()) })}>
              {t('sensing.state.pauseTomorrow')}
            </Button>
            <Button onClick={() => onPause({ until: null })}>{t('sensing.state.pauseOpen')}</Button>
          </>
        ) : null}
        {now.state === 'pausedUntil' || now.state === 'pausedOpen' ? (
          <Button look="filled" onClick={() => onPause(null)}>
            {t('sensing.state.onAgain')}
          </Button>
        ) : null}
        {now.state === 'pausedUntil' ? (
          <Button onClick={() => onPause({ until: null })}>{t('sensing.state.pauseOpen')}</Button>
        ) : null}
      </div>
    </section>
  )
}

function StateName({ now }: { now: SensingState }) {
  const { t } = useTranslation()
  const moment = useMoment()
  if (now.state === 'pausedUntil') return t('sensing.state.pausedUntil', { until: moment(now.until) })
  return t(`sensing.state.${now.state}`)
}

function aboutOf({ state }: SensingState): 'onAbout' | 'offAbout' | 'pausedAbout' {
  if (state === 'on') return 'onAbout'
  return state === 'off' ? 'offAbout' : 'pausedAbout'
}
