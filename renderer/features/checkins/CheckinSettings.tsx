/** When Lull may ask: at times of the person's own choice, and when the strain signal is raised. */
import { type SyntheticEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { minuteOfTimeField, minuteWords } from '../../design/clock.ts'
import { CloseSign } from '../../design/icons.tsx'
import { Row, Section } from '../../design/Page.tsx'
import { Switch } from '../../design/Switch.tsx'
import { useLanguage } from '../../text/amounts.ts'
import { useSaidChange, useSettings } from '../settings/useSettings.ts'
import styles from './CheckinSettings.module.css'

/** As in the contract (`checkinTimes`). */
const mostTimes = 6

export function CheckinSettings() {
  const { t } = useTranslation()
  const settings = useSettings()
  const { change, failure } = useSaidChange()
  const raisedId = useId()
  if (!settings) return null

  return (
    <Section title={t('checkinSettings.title')} about={t('checkinSettings.about')}>
      {failure ? (
        <p role="alert">{t('checkinSettings.notSaved', { reason: t(`errors.${failure}`) })}</p>
      ) : null}
      <div>
        <Row label={t('checkinSettings.times')}>
          <Times times={settings.checkinTimes} onChange={(checkinTimes) => change({ checkinTimes })} />
        </Row>
        <Row label={t('checkinSettings.raised')} about={t('checkinSettings.raisedAbout')} labelId={raisedId}>
          <Switch
            labelId={raisedId}
            on={settings.checkinWhenRaised}
            onSwitch={(checkinWhenRaised) => change({ checkinWhenRaised })}
          />
        </Row>
      </div>
    </Section>
  )
}

function Times({ times, onChange }: { times: readonly number[]; onChange: (times: number[]) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const minute = minuteOfTimeField(typed)

  function add(event: SyntheticEvent) {
    event.preventDefault()
    if (minute === null) return
    onChange([...new Set([...times, minute])].sort((a, b) => a - b))
    setTyped('')
  }

  return (
    <div className={styles.times}>
      {times.length === 0 ? <span className={styles.none}>{t('checkinSettings.timesNone')}</span> : null}
      {times.map((time) => (
        <Button
          key={time}
          aria-label={t('checkinSettings.timeRemove', { clock: minuteWords(time, language) })}
          onClick={() => onChange(times.filter((other) => other !== time))}
        >
          {minuteWords(time, language)}
          <CloseSign />
        </Button>
      ))}
      {times.length >= mostTimes ? (
        <span className={styles.none}>{t('checkinSettings.timesMany')}</span>
      ) : (
        <form className={styles.adding} onSubmit={add}>
          <input
            type="time"
            className={styles.field}
            aria-label={t('checkinSettings.timeNew')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" disabled={minute === null}>
            {t('checkinSettings.timeAdd')}
          </Button>
        </form>
      )}
    </div>
  )
}
