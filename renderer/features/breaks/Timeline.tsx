/** A day of pauses from top to bottom, newest first: light where one was taken, green where rest came by itself. */
import { useTranslation } from 'react-i18next'
import tables from '../stress/Tables.module.css'
import type { NudgeItem, QuietItem, TimelineItem } from './dayTimeline.ts'
import { hrefOf } from './pausesAddress.ts'
import type { PauseWords } from './pauseWords.ts'
import { whatWords } from './pauseWords.ts'
import { SilenceRows } from './SilenceRows.tsx'
import styles from './Timeline.module.css'
import { groupWords, isNamed, nudgeAbout, nudgeTitle, quietTitle, restTitle } from './timelineWords.ts'

export function Timeline({ items, words }: { items: readonly TimelineItem[]; words: PauseWords }) {
  const { t } = useTranslation()
  return (
    <ol className={styles.line} aria-label={t('pauses.day.list')}>
      {items.map((item) => (
        <li key={item.id} className={styles.item} data-mark={markOf(item)}>
          <time className={styles.clock}>
            {item.type === 'quiet' ? words.clock(item.atMs) : words.clockMinute(item.minuteOfDay)}
          </time>
          <span className={styles.mark} aria-hidden="true" />
          <Item item={item} words={words} />
        </li>
      ))}
    </ol>
  )
}

function markOf(item: TimelineItem): string {
  if (item.type === 'quiet') return 'quiet'
  if (item.type === 'rest') return 'rest'
  if (item.type === 'dayDone') return 'done'
  if (item.outcome === 'taken') return 'taken'
  return item.outcome === 'left' ? 'left' : item.outcome === 'rested' ? 'rest' : 'offered'
}

function Item({ item, words }: { item: TimelineItem; words: PauseWords }) {
  const { t } = useTranslation()
  if (item.type === 'nudge') return <Nudge item={item} words={words} />
  if (item.type === 'quiet') return <Quiet item={item} words={words} />
  return (
    <div className={styles.words}>
      <p className={styles.title}>
        {item.type === 'rest' ? restTitle(item, words) : t('pauses.day.dayDone')}
      </p>
    </div>
  )
}

function Nudge({ item, words }: { item: NudgeItem; words: PauseWords }) {
  const { t } = useTranslation()
  const { entry, minuteOfDay } = item
  const about = nudgeAbout(item, words)
  const hasWhy = entry.nudgeId !== null && entry.because !== 'person'
  return (
    <div className={styles.words}>
      <p className={styles.title}>{nudgeTitle(item, words)}</p>
      <p className={styles.about}>
        {about.length > 0 ? <span>{about.join(' · ')}</span> : null}
        {hasWhy && entry.nudgeId !== null ? (
          <a
            className={styles.why}
            href={hrefOf({ view: 'why', nudgeId: entry.nudgeId })}
            aria-label={t('pauses.day.whyLong', {
              what: whatWords(entry, words),
              clock: words.clockMinute(minuteOfDay),
            })}
          >
            {t('pauses.day.why')}
          </a>
        ) : null}
      </p>
    </div>
  )
}

function Quiet({ item, words }: { item: QuietItem; words: PauseWords }) {
  const { t } = useTranslation()
  const { groups } = item
  const [only] = groups
  const heldMs = groups.reduce((sum, group) => sum + group.heldMs, 0)
  if (groups.length === 1 && only) {
    return (
      <div className={styles.words}>
        <p className={styles.title}>
          {quietTitle(item, words)}
          {only.rows.length === 1 && isNamed(heldMs) ? (
            <span className={styles.length}>{words.duration(heldMs)}</span>
          ) : null}
        </p>
        {only.rows.length > 1 ? (
          <SilenceRows summary={groupWords(only, words)} rows={only.rows} words={words} />
        ) : null}
      </div>
    )
  }
  return (
    <div className={styles.words}>
      <p className={styles.title}>{quietTitle(item, words)}</p>
      <details className={`${tables.fold} ${styles.fold}`}>
        <summary>{t('pauses.day.quietLength', { length: words.duration(heldMs) })}</summary>
        <ul className={styles.reasons}>
          {groups.map((group) => (
            <li key={group.reason}>
              <SilenceRows
                summary={`${t(`pauses.reasonName.${group.reason}`)} · ${groupWords(group, words)}`}
                rows={group.rows}
                words={words}
              />
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
