/** Scenes that were made elsewhere: read, and where they say what they ask, taken over as a copy. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LightsView } from '../../../electron/contract/lights.ts'
import { Button } from '../../design/Button.tsx'
import styles from './Looks.module.css'
import type { LightDoings } from './useLightDoings.ts'

export interface AdoptScenesProps {
  view: LightsView
  doings: LightDoings
  /** No more own looks can be kept. */
  isFull: boolean
}

export function AdoptScenes({ view, doings, isFull }: AdoptScenesProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const listId = useId()
  return (
    <>
      <p className={styles.ways}>
        <Button
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {t('lights.scenes.adopt')}
        </Button>
      </p>
      {isOpen ? (
        <div id={listId} className={styles.ask}>
          <p className={styles.word}>{t('lights.scenes.adoptAbout')}</p>
          <ul className={styles.adopt} aria-label={t('lights.scenes.adoptLabel')}>
            {view.scenes.map((scene) => (
              <SceneRow key={scene.id} {...{ scene, view, doings, isFull }} />
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

function SceneRow({
  scene,
  view,
  doings,
  isFull,
}: AdoptScenesProps & { scene: LightsView['scenes'][number] }) {
  const { t } = useTranslation()
  const { id, name, groupId, isSmart, canAdopt } = scene
  const room = view.groups.find((group) => group.id === groupId)?.name
  const why = isSmart ? t('lights.scenes.adoptSmart') : canAdopt ? null : t('lights.scenes.adoptCannot')
  return (
    <li>
      <div>
        <p>{room === undefined ? name : t('lights.scenes.sceneIn', { scene: name, room })}</p>
        {why === null ? null : <p className={styles.word}>{why}</p>}
      </div>
      {why === null && !isFull ? (
        <Button
          aria-label={t('lights.scenes.adoptOf', { scene: name })}
          onClick={() => doings.adopt(id, name)}
        >
          {t('lights.scenes.adoptOne')}
        </Button>
      ) : null}
    </li>
  )
}
