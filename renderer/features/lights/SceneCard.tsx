/** A look of the person's own: shown, set, renamed, or removed with time to change one's mind. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LightsView, OwnSceneView } from '../../../electron/contract/lights.ts'
import { MoreSign } from '../../design/icons.tsx'
import { Menu, MenuItem } from '../../design/Menu.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import { useKeptFocus } from '../../design/useKeptFocus.ts'
import { SceneSwatch } from './LookSwatch.tsx'
import styles from './Looks.module.css'
import { LookWays } from './LookWays.tsx'
import { running } from './lightsSentence.ts'
import type { LightWords } from './lightWords.ts'
import { removedScene, renamedScene, restoredScene } from './ownScenes.ts'
import { RenameField } from './RenameField.tsx'
import type { LightChoices } from './ticks.ts'
import type { LightDoings } from './useLightDoings.ts'
import type { LightEdit } from './useLightEdit.ts'

export interface SceneCardProps {
  scene: OwnSceneView
  view: LightsView
  choices: LightChoices
  words: LightWords
  doings: LightDoings
  edits: LightEdit
  /** The person has chosen to. */
  onRemove: () => void
}

const UNDO_SECONDS = 10

/** @returns a function that removes it and says so, with a way back. */
function useRemove({
  scene,
  choices,
  edits,
  onRemove,
}: Pick<SceneCardProps, 'scene' | 'choices' | 'edits' | 'onRemove'>): () => void {
  const { t } = useTranslation()
  const notice = useNotice()
  return () => {
    onRemove()
    let answered: ReturnType<typeof removedScene>['answered'] = {}
    let at = 0
    edits.edit((now) => {
      const removed = removedScene(now, scene.id)
      answered = removed.answered
      at = removed.at
      return removed.change
    })
    const isAnswer = choices.atStrain === scene.id || choices.atPause === scene.id
    notice({
      text: t(isAnswer ? 'lights.scenes.removedAnswer' : 'lights.scenes.removed', { title: scene.title }),
      undo: {
        label: t('common.undo'),
        seconds: UNDO_SECONDS,
        run: () => edits.edit((now) => restoredScene(now, scene, at, answered)),
      },
    })
  }
}

export function SceneCard(props: SceneCardProps) {
  const { scene, view, words, doings, edits } = props
  const { t } = useTranslation()
  const [renames, setRenames] = useState(false)
  const remove = useRemove(props)
  const { id, title, lamps } = scene
  const count = lamps.length
  const place = useRef<HTMLLIElement>(null)
  useKeptFocus(place, 'button')

  function renamed(next: string | null) {
    setRenames(false)
    if (next !== null) edits.edit((now) => renamedScene(now, id, next))
  }

  return (
    <li ref={place} className={styles.card} data-running={running(view)?.look === id || undefined}>
      <SceneSwatch lamps={lamps} />
      {renames ? (
        <RenameField title={title} label={t('lights.scenes.renameField', { title })} onDone={renamed} />
      ) : (
        <div className={styles.head}>
          <h3 className={styles.name}>{title}</h3>
          <Menu label={t('lights.scenes.more', { title })} sign={<MoreSign />}>
            <MenuItem onChoose={() => setRenames(true)}>{t('lights.scenes.rename')}</MenuItem>
            <MenuItem onChoose={remove}>{t('lights.scenes.remove')}</MenuItem>
          </Menu>
        </div>
      )}
      <p className={styles.about}>{t('lights.look.own.about', { count, n: words.number(count) })}</p>
      <div className={styles.ways}>
        <LookWays look={id} name={title} {...{ view, words, doings }} />
      </div>
    </li>
  )
}
