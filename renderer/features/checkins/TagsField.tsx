/** Own tags: typed with a comma between them, or taken from those used before. */
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_TAG, MOST_TAGS, tidyTags } from '../../../electron/core/checkins/tags.ts'
import { CloseSign } from '../../design/icons.tsx'
import styles from './Chips.module.css'

export interface TagsFieldProps {
  tags: readonly string[]
  text: string
  /** Own tags, the most used first. */
  known: readonly string[]
  onChange: (tags: string[], text: string) => void
}

/** What is kept of tags and of the text typed behind them. */
export function allTags(tags: readonly string[], text: string): string[] {
  const typed = text.split(',').map((tag) => tag.trim().slice(0, LONGEST_TAG))
  return tidyTags([...tags, ...typed]).slice(0, MOST_TAGS)
}

const suggestions = 5

export function TagsField({ tags, text, known, onChange }: TagsFieldProps) {
  const { t } = useTranslation()
  const fieldId = useId()
  const isFull = tags.length >= MOST_TAGS
  const begun = text.trim().toLowerCase()
  const fitting = known
    .filter((tag) => tag.toLowerCase().includes(begun) && tidyTags([...tags, tag]).length > tags.length)
    .slice(0, suggestions)

  function write(next: string) {
    const lastComma = next.lastIndexOf(',')
    if (lastComma < 0) return onChange([...tags], next)
    onChange(allTags(tags, next.slice(0, lastComma)), next.slice(lastComma + 1).trimStart())
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Backspace' || text !== '' || tags.length === 0) return
    event.preventDefault()
    onChange(tags.slice(0, -1), '')
  }

  return (
    <div className={styles.group}>
      <label className={styles.legend} htmlFor={fieldId}>
        {t('checkins.tags')}
      </label>
      <div className={styles.tags}>
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            className={styles.tag}
            aria-label={t('checkins.tagRemove', { tag })}
            onClick={() =>
              onChange(
                tags.filter((other) => other !== tag),
                text,
              )
            }
          >
            <span>{tag}</span>
            <CloseSign />
          </button>
        ))}
        <input
          id={fieldId}
          className={styles.tagText}
          value={text}
          disabled={isFull}
          autoComplete="off"
          placeholder={isFull ? t('checkins.tagsMany') : tags.length === 0 ? t('checkins.tagsHint') : ''}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {fitting.length > 0 && !isFull ? (
        <div className={styles.chips}>
          {fitting.map((tag) => (
            <button
              key={tag}
              type="button"
              className={styles.suggestion}
              aria-label={t('checkins.tagUse', { tag })}
              onClick={() => onChange(allTags(tags, tag), '')}
            >
              {tag}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
