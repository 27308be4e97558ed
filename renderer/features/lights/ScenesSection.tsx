/** Looks of the person's own: the room as it stands, or a scene taken over from the bridge. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_OWN_SCENES } from '../../../electron/core/lights/lightChoices.ts'
import { Section } from '../../design/Page.tsx'
import { useRemoving } from '../../design/useRemoving.ts'
import { AdoptScenes } from './AdoptScenes.tsx'
import { KeepScene } from './KeepScene.tsx'
import styles from './Looks.module.css'
import type { LooksSectionProps } from './LooksSection.tsx'
import { SceneCard } from './SceneCard.tsx'

export function ScenesSection({ view, choices, words, doings, edits }: LooksSectionProps) {
  const { t } = useTranslation()
  const { scenes } = choices
  const isFull = scenes.length >= MOST_OWN_SCENES
  const place = useRef<HTMLDivElement>(null)
  const isRemoving = useRemoving(
    scenes.map(({ id }) => id),
    () => place.current?.querySelector('button'),
  )
  return (
    <Section title={t('lights.scenes.title')} about={t('lights.scenes.about')}>
      <div ref={place} className={styles.scenes}>
        {scenes.length === 0 ? null : (
          <ul className={styles.cards}>
            {scenes.map((scene) => (
              <SceneCard
                key={scene.id}
                {...{ scene, view, choices, words, doings, edits }}
                onRemove={() => isRemoving(scene.id)}
              />
            ))}
          </ul>
        )}
        {isFull ? (
          <p className={styles.word}>{t('lights.scenes.full')}</p>
        ) : (
          <KeepScene doings={doings} isOnScreen={view.isSimulated} />
        )}
        {view.scenes.length > 0 ? <AdoptScenes view={view} doings={doings} isFull={isFull} /> : null}
      </div>
    </Section>
  )
}
