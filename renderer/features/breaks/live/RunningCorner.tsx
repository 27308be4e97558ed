/** A pause that runs in the small window: lamplight along its edge for the time, and what to do in it. */
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunningBreakView } from '../../../../electron/contract/breaks.ts'
import { Button } from '../../../design/Button.tsx'
import { Lamp } from '../../../design/Lamp.tsx'
import { useClient } from '../../../watch.ts'
import { BreakExercise } from './BreakExercise.tsx'
import type { OfferWords } from './offerWords.ts'
import styles from './RunningCorner.module.css'
import { TimeLine, TimeRing } from './TimeLine.tsx'
import { Told } from './Told.tsx'
import { useBreakTone } from './useBreakTone.ts'
import { useEscape } from './useEscape.ts'
import { useRunning } from './useRunning.ts'
import { useTimeLeft } from './useTimeLeft.ts'
import { openTalk } from './ways.ts'

const SoundButton = lazy(() => import('../../sound/SoundButton.tsx'))

export interface RunningCornerProps {
  running: RunningBreakView
  words: OfferWords
}

export function RunningCorner({ running, words }: RunningCornerProps) {
  const { t } = useTranslation()
  const client = useClient()
  const time = useTimeLeft(running)
  const shown = useRunning(running, time, words)
  useBreakTone(running, time.leftMs)
  useEscape(shown.finish)
  const isTalk = running.arm === 'talk'
  const hasExercise = running.exercise !== null && !isTalk
  return (
    <div className={styles.corner}>
      <TimeLine left={shown.share} />
      <Told>{shown.told}</Told>
      <header className={styles.head}>
        {hasExercise ? null : (
          <div className={styles.ring}>
            <TimeRing left={shown.share} />
            <Lamp state="reading" />
          </div>
        )}
        <div className={styles.words}>
          <h1 className={styles.sentence}>{isTalk ? t('break.running.talking') : shown.sentence}</h1>
          <p className={styles.left}>{shown.left}</p>
        </div>
      </header>
      <div className={styles.middle} data-plays={hasExercise || undefined}>
        {isTalk ? (
          <Button className={styles.talk ?? ''} onClick={() => void openTalk(client)}>
            {t('break.running.toTalk')}
          </Button>
        ) : (
          <BreakExercise key={running.id} running={running} leftMs={time.leftMs} isCompact />
        )}
      </div>
      <footer className={styles.foot}>
        <span>
          {shown.mayLeave
            ? t('break.running.until', { clock: shown.clock })
            : t('break.running.strict', { clock: shown.clock })}
        </span>
        <Suspense>
          <SoundButton until="pause" isSmall />
        </Suspense>
        {shown.mayLeave ? (
          <Button look="plain" onClick={shown.finish}>
            {t('break.running.back')}
          </Button>
        ) : null}
      </footer>
      <p role="alert" className={styles.failure}>
        {shown.failure}
      </p>
    </div>
  )
}
