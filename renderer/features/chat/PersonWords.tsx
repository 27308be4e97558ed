/** The person's words exactly as they wrote them; a very long text is folded and opens on request. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import styles from './MessageItem.module.css'

const foldAboveCharacters = 1200
const shownWhenFolded = 800

export function PersonWords({ text }: { text: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const folds = text.length > foldAboveCharacters
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group names who speaks without adding a landmark per message.
    <div className={styles.bubble} dir="auto" role="group" aria-label={t('talk.youSaid')}>
      {folds && !isOpen ? beginningOf(text) : text}
      {folds ? (
        <div>
          <Button look="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t('talk.foldLong') : t('talk.openLong')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** Cut between characters: half of an emoji would show as a broken one. */
function beginningOf(text: string): string {
  return `${text.slice(0, shownWhenFolded).replace(/[\uD800-\uDBFF]$/, '')}…`
}
