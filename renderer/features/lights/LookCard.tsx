/** One look: what it does in a line, shown for ten seconds, set, or tuned. */
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LightsView } from '../../../electron/contract/lights.ts'
import type { LookId } from '../../../electron/core/lights/looks.ts'
import { Button, buttonClass } from '../../design/Button.tsx'
import { useKeptFocus } from '../../design/useKeptFocus.ts'
import { LookSwatch } from './LookSwatch.tsx'
import styles from './Looks.module.css'
import { LookWays } from './LookWays.tsx'
import { running } from './lightsSentence.ts'
import { capitalised, type LightWords } from './lightWords.ts'
import { isTuned, lookParts, tunedLook } from './lookTuning.ts'
import { TuneLook } from './TuneLook.tsx'
import type { LightChoices } from './ticks.ts'
import type { LightDoings } from './useLightDoings.ts'
import type { LightEdit } from './useLightEdit.ts'

export interface LookCardProps {
  id: LookId
  view: LightsView
  choices: LightChoices
  words: LightWords
  doings: LightDoings
  edits: LightEdit
}

export function LookCard({ id, view, choices, words, doings, edits }: LookCardProps) {
  const { t } = useTranslation()
  const [tunes, setTunes] = useState(false)
  const tuneId = useId()
  const place = useRef<HTMLLIElement>(null)
  useKeptFocus(place, '[aria-expanded]')
  const name = t(`lights.look.${id}.name`)
  const look = tunedLook(id, choices.looks)
  const isRunning = running(view)?.look === id
  return (
    <li
      ref={place}
      className={styles.card}
      data-running={isRunning || undefined}
      data-open={tunes || undefined}
    >
      <LookSwatch look={look} />
      <h3 className={styles.name}>
        {name}
        {isTuned(id, choices.looks) ? <span className={styles.tuned}>{t('lights.tune.isOwn')}</span> : null}
      </h3>
      <p className={styles.about}>{t(`lights.look.${id}.about`)}</p>
      <p className={styles.parts}>{capitalised(lookParts(look, choices.fadeMs, words))}.</p>
      <div className={styles.foot}>
        <LookWays look={id} name={name} {...{ view, words, doings }}>
          {id === 'breathe' ? (
            <a className={buttonClass('chip')} href="#/exercises">
              {t('lights.looks.exercise')}
            </a>
          ) : null}
        </LookWays>
        <Button
          look="plain"
          aria-expanded={tunes}
          aria-controls={tunes ? tuneId : undefined}
          aria-label={t('lights.looks.tuneOf', { look: name })}
          onClick={() => setTunes(!tunes)}
        >
          {t('lights.looks.tune')}
        </Button>
      </div>
      {tunes ? (
        <div id={tuneId}>
          <TuneLook id={id} name={name} {...{ look, choices, words, edits }} />
        </div>
      ) : null}
    </li>
  )
}
