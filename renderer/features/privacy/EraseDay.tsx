/** Takes everything noticed on one day away, after a second thought. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { dayOfDate } from '../../design/clock.ts'
import { Row } from '../../design/Page.tsx'
import { useLanguage } from '../../text/amounts.ts'
import { dayText, dayWords } from './dayField.ts'
import styles from './Privacy.module.css'
import { useErasing } from './useErasing.ts'
import { useInventory } from './useInventory.ts'

export function EraseDay() {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const kinds = useInventory()?.kinds
  const { eraseDay } = useErasing()
  const [day, setDay] = useState(() => dayText(Date.now()))
  const [asks, setAsks] = useState(false)
  const workDay = dayOfDate(day)
  const oldest = (kinds ?? []).flatMap(({ oldestAt }) => (oldestAt === null ? [] : [oldestAt]))
  const words = workDay === null ? '' : dayWords(workDay, language)
  return (
    <Row label={t('dataMap.day')} about={t('dataMap.dayAbout')}>
      {asks && workDay !== null ? (
        <div className={styles.ways} role="alert">
          <span>{t('dataMap.daySure', { day: words })}</span>
          <Button
            look="danger"
            onClick={() => {
              setAsks(false)
              eraseDay(workDay, words)
            }}
          >
            {t('dataMap.yes')}
          </Button>
          <Button look="plain" onClick={() => setAsks(false)}>
            {t('dataMap.keep')}
          </Button>
        </div>
      ) : (
        <>
          <label className="unseen" htmlFor={id}>
            {t('dataMap.dayLabel')}
          </label>
          <input
            id={id}
            type="date"
            className={styles.field}
            value={day}
            min={oldest.length > 0 ? dayText(Math.min(...oldest)) : undefined}
            max={dayText(Date.now())}
            onChange={(event) => setDay(event.target.value)}
          />
          <Button disabled={workDay === null} onClick={() => setAsks(true)}>
            {t('dataMap.dayDo')}
          </Button>
        </>
      )}
    </Row>
  )
}
