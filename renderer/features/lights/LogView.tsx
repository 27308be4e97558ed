/** What Lull did with the light, seven days at a time, newest first. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { BackSign } from '../../design/icons.tsx'
import bar from '../../design/PeriodBar.module.css'
import { errorCode } from '../../watch.ts'
import { goTo } from '../../windows/places.ts'
import styles from './Log.module.css'
import { LogRowShown } from './LogRowShown.tsx'
import { byDay, rowOf } from './lightStories.ts'
import { addressOf } from './lightsAddress.ts'
import type { LightWords } from './lightWords.ts'
import type { Log } from './useLog.ts'

const DAYS = 7

export function LogView({ log, words }: { log: Log; words: LightWords }) {
  const { t } = useTranslation()
  const { rows, error, firstDay } = log
  if (error && !rows) {
    return (
      <p role="alert">
        {t(`errors.${errorCode(error)}`)}{' '}
        <Button look="plain" onClick={log.again}>
          {t('lights.again')}
        </Button>
      </p>
    )
  }
  if (rows === null) return null
  if (firstDay === null && rows.length === 0) return <p className={styles.empty}>{t('lights.log.empty')}</p>
  return (
    <>
      <Turning log={log} words={words} />
      {rows.length === 0 ? <p className={styles.empty}>{t('lights.log.emptyWeek')}</p> : null}
      <div className={styles.days}>
        {byDay(rows).map(({ day, rows: ofDay }) => (
          <section key={day} className={styles.day} aria-label={dayName(day, log, words)}>
            <h2 className={styles.date}>{dayName(day, log, words)}</h2>
            <ul className={styles.rows}>
              {ofDay.map((row) => (
                <LogRowShown key={rowOf(row).row} row={row} words={words} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {log.isCut ? <p className={styles.small}>{t('lights.log.cut')}</p> : null}
    </>
  )
}

function dayName(day: number, { today }: Log, { t, date }: LightWords): string {
  const name = today === null ? null : day === today ? 'today' : day === today - 1 ? 'yesterday' : null
  return name === null ? date(day) : t('lights.log.named', { name: t(`lights.log.${name}`), date: date(day) })
}

function Turning({ log, words }: { log: Log; words: LightWords }) {
  const { t } = useTranslation()
  const { fromDay, toDay, today, firstDay } = log
  const isNewest = today === null || toDay >= today
  const isOldest = firstDay === null || fromDay <= firstDay
  const show = (from: number | null) =>
    goTo('lights', ...addressOf({ view: 'log', fromDay: from === null ? null : Math.max(0, from) }))
  const later = fromDay + DAYS
  return (
    <nav className={bar.turning} aria-label={t('lights.log.nav')}>
      <Button
        look="icon"
        aria-label={t('lights.log.before')}
        disabled={isOldest}
        onClick={() => show(fromDay - DAYS)}
      >
        <BackSign />
      </Button>
      <p className={bar.label} aria-live="polite">
        {words.dates(fromDay, toDay)}
      </p>
      <Button
        look="icon"
        className={bar.forward}
        aria-label={t('lights.log.after')}
        disabled={isNewest}
        onClick={() => show(today !== null && later + DAYS > today ? null : later)}
      >
        <BackSign />
      </Button>
      {isNewest ? null : (
        <Button look="plain" onClick={() => show(null)}>
          {t('lights.log.newest')}
        </Button>
      )}
    </nav>
  )
}
