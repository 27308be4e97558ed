/** What a day held, with a choice of what to look at; silences by themselves are told by their reason. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BreakEntryView, SuppressionView } from '../../../electron/contract/breaks.ts'
import {
  dayTimeline,
  isShownIn,
  silenceGroups,
  type TimelineFilter,
  type TimelineItem,
  timelineFilters,
} from './dayTimeline.ts'
import styles from './Now.module.css'
import type { PauseWords } from './pauseWords.ts'
import { SilenceRows } from './SilenceRows.tsx'
import { Timeline } from './Timeline.tsx'
import { groupWords } from './timelineWords.ts'

export interface DayListProps {
  entries: readonly BreakEntryView[]
  suppressions: readonly SuppressionView[]
  isToday: boolean
  words: PauseWords
}

/** As many as the contract gives of a day at most. */
const MOST_ENTRIES = 5000
const MOST_SILENCES = 2000

export function DayList({ entries, suppressions, isToday, words }: DayListProps) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<TimelineFilter>('all')
  const items = useMemo(() => dayTimeline(entries, suppressions), [entries, suppressions])
  if (items.length === 0) {
    return <p className={styles.empty}>{t(isToday ? 'pauses.day.emptyToday' : 'pauses.day.emptyDay')}</p>
  }
  const isCut = entries.length >= MOST_ENTRIES || suppressions.length >= MOST_SILENCES
  return (
    <section className={styles.list} aria-label={t('pauses.day.list')}>
      <Filters
        items={items}
        silences={suppressions.length}
        filter={filter}
        onFilter={setFilter}
        words={words}
      />
      <Shown filter={filter} items={items} suppressions={suppressions} words={words} />
      {isCut ? <p className={styles.small}>{t('pauses.day.cut')}</p> : null}
    </section>
  )
}

interface FiltersProps {
  items: readonly TimelineItem[]
  silences: number
  filter: TimelineFilter
  onFilter: (filter: TimelineFilter) => void
  words: PauseWords
}

function Filters({ items, silences, filter, onFilter, words }: FiltersProps) {
  const { t } = useTranslation()
  const countOf = (one: TimelineFilter) =>
    one === 'silences' ? silences : items.filter((item) => isShownIn(one, item)).length
  return (
    <fieldset className={styles.filters}>
      <legend className="unseen">{t('pauses.day.filter.label')}</legend>
      {timelineFilters.map((one) => (
        <button
          key={one}
          type="button"
          className={styles.filter}
          aria-pressed={one === filter}
          onClick={() => onFilter(one)}
        >
          {t(`pauses.day.filter.${one}`)}
          {one === 'all' ? null : <span className={styles.count}>{words.number(countOf(one))}</span>}
        </button>
      ))}
    </fieldset>
  )
}

interface ShownProps {
  filter: TimelineFilter
  items: readonly TimelineItem[]
  suppressions: readonly SuppressionView[]
  words: PauseWords
}

function Shown({ filter, items, suppressions, words }: ShownProps) {
  const { t } = useTranslation()
  if (filter === 'silences') return <Silences suppressions={suppressions} words={words} />
  const shown = items.filter((item) => isShownIn(filter, item))
  if (shown.length === 0) return <p className={styles.small}>{t('pauses.day.noneOf')}</p>
  return <Timeline items={shown} words={words} />
}

function Silences({ suppressions, words }: Pick<ShownProps, 'suppressions' | 'words'>) {
  const { t } = useTranslation()
  const groups = useMemo(() => silenceGroups(suppressions), [suppressions])
  if (groups.length === 0) return <p className={styles.small}>{t('pauses.silences.none')}</p>
  return (
    <div>
      <p className={styles.small}>{t('pauses.silences.about')}</p>
      {groups.map((group) => (
        <div key={group.reason} className={styles.group}>
          <p>{t(`pauses.reasonName.${group.reason}`)}</p>
          <SilenceRows summary={groupWords(group, words)} rows={group.rows} words={words} />
        </div>
      ))}
    </div>
  )
}
