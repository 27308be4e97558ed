/** One line of the log: a look with what it changed and what became of it, or why nothing was changed. */
import { useTranslation } from 'react-i18next'
import type { LightsEntryView } from '../../../electron/contract/lights.ts'
import styles from './Log.module.css'
import type { LogRow, Story, StoryLamp } from './lightStories.ts'
import { capitalised, type LightWords, shownWords } from './lightWords.ts'
import { endedWords, entryWords, fateWords, storyWords } from './logWords.ts'
import { RefusedList } from './RefusedList.tsx'

export function LogRowShown({ row, words }: { row: LogRow; words: LightWords }) {
  const { atMs } = row.kind === 'story' ? row.story : row.entry
  return (
    <li className={styles.row}>
      <time className={styles.clock}>{words.clock(atMs)}</time>
      {row.kind === 'story' ? (
        <StoryShown story={row.story} words={words} />
      ) : (
        <EntryShown entry={row.entry} words={words} />
      )}
    </li>
  )
}

function StoryShown({ story, words }: { story: Story; words: LightWords }) {
  const { t } = useTranslation()
  const { lamps, leftAlone } = story
  const n = capitalised(words.counted(lamps.length))
  const count = t('lights.lamps', { count: lamps.length, n })
  return (
    <div className={styles.story}>
      <p>{storyWords(story, words)}</p>
      <p className={styles.small}>{endedWords(story, words)}</p>
      {lamps.length === 0 ? <p className={styles.small}>{t('lights.log.lampsNone')}</p> : null}
      {lamps.length > 0 || leftAlone.length > 0 ? (
        <details className={styles.details}>
          <summary>
            {lamps.length > 0 ? t('lights.log.lamps', { lamps: count }) : t('lights.log.leftAlone')}
          </summary>
          {lamps.length > 0 ? <Changes story={story} words={words} /> : null}
          <LeftAlone refused={leftAlone} words={words} isNamed={lamps.length > 0} />
        </details>
      ) : null}
    </div>
  )
}

function Changes({ story, words }: { story: Story; words: LightWords }) {
  return (
    <ul className={styles.changes}>
      {story.lamps.map((lamp) => (
        <li key={lamp.lampId}>
          <span className={styles.lamp}>{lamp.name}</span>
          <span>{changeWords(lamp, words)}</span>
          <span className={styles.fate}>{fateWords(lamp.fate, story.ended !== null, words)}</span>
        </li>
      ))}
    </ul>
  )
}

function changeWords({ before, set }: Pick<StoryLamp, 'before' | 'set'>, words: LightWords): string {
  const was = shownWords(before, words)
  if (set === null) return was
  return words.t('lights.log.change', { before: was, set: shownWords(set, words) })
}

interface LeftAloneProps {
  refused: LightsEntryView['refused']
  words: LightWords
  /** Something else stands above it. */
  isNamed: boolean
}

function LeftAlone({ refused, words, isNamed }: LeftAloneProps) {
  const { t } = useTranslation()
  if (refused.length === 0) return null
  return (
    <div>
      {isNamed ? <p className={styles.lamp}>{t('lights.log.leftAlone')}</p> : null}
      <RefusedList refused={refused} words={words} />
    </div>
  )
}

function EntryShown({ entry, words }: { entry: LightsEntryView; words: LightWords }) {
  const { t } = useTranslation()
  const { lamps, refused } = entry
  const fate =
    entry.what === 'restored'
      ? ({ kind: 'restored', atMs: entry.atMs } as const)
      : ({ kind: 'left', atMs: entry.atMs, why: entry.why } as const)
  return (
    <div className={styles.story}>
      <p>{entryWords(entry, words)}</p>
      {lamps.length + refused.length === 0 ? null : (
        <details className={styles.details}>
          <summary>{t(lamps.length > 0 ? 'lights.log.details' : 'lights.log.leftAlone')}</summary>
          <ul className={styles.changes}>
            {lamps.map((lamp) => (
              <li key={lamp.lampId}>
                <span className={styles.lamp}>{lamp.name}</span>
                <span>{shownWords(lamp.before, words)}</span>
                <span className={styles.fate}>{fateWords(fate, true, words)}</span>
              </li>
            ))}
          </ul>
          <RefusedList refused={refused} words={words} />
        </details>
      )}
    </div>
  )
}
