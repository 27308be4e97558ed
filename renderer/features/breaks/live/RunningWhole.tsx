/** A pause that fills a screen, or a page: what to do in the middle, the time as a ring of lamplight, and the way out. */
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunningBreakView } from '../../../../electron/contract/breaks.ts'
import { Button } from '../../../design/Button.tsx'
import { Lamp } from '../../../design/Lamp.tsx'
import '../../../text/panicText.ts'
import { useClient } from '../../../watch.ts'
import { BreakExercise } from './BreakExercise.tsx'
import styles from './RunningWhole.module.css'
import { TimeRing } from './TimeLine.tsx'
import { Told } from './Told.tsx'
import type { RunningShown } from './useRunning.ts'
import type { TimeLeft } from './useTimeLeft.ts'
import { openTalk } from './ways.ts'

const SoundButton = lazy(() => import('../../sound/SoundButton.tsx'))

export interface RunningWholeProps {
  running: RunningBreakView
  time: TimeLeft
  shown: RunningShown
  /** Only one display holds the exercise; the others are quiet, with the same end. */
  isMain: boolean
  title: (sentence: string) => ReactNode
  /** Help is never covered by a pause, not even by one that was to stay. */
  onHardMoment: () => void
}

export function RunningWhole(props: RunningWholeProps) {
  const { running, time, shown, isMain, title, onHardMoment } = props
  const isOver = time.leftMs <= 0
  // What has no exercise has the large ring.
  const hasOwn = running.exercise !== null || running.arm === 'talk'
  return (
    <div className={styles.whole} data-over={isOver || undefined} data-main={isMain || undefined}>
      {isMain ? <Told>{shown.told}</Told> : null}
      <div className={styles.sentence}>{title(shown.sentence)}</div>
      {isMain ? (
        <div className={styles.middle}>
          <Filling running={running} leftMs={time.leftMs} share={shown.share} />
        </div>
      ) : (
        <Quiet share={shown.share} />
      )}
      <Foot shown={shown} hasRing={isMain && hasOwn} hasSound={isMain} onHardMoment={onHardMoment} />
    </div>
  )
}

/** On less, the large light leaves no room for the way out. */
const LEAST_LARGE_PX = 760

/** The lamp in a ring of the time that is left. */
function Quiet({ share }: { share: number }) {
  return (
    <div className={styles.quiet}>
      <TimeRing left={share} />
      <Lamp state="reading" size="large" />
    </div>
  )
}

interface FillingProps {
  running: RunningBreakView
  leftMs: number
  share: number
}

function Filling({ running, leftMs, share }: FillingProps) {
  // What has begun does not change its size.
  const [isLow] = useState(() => window.innerHeight < LEAST_LARGE_PX)
  const { t } = useTranslation()
  const client = useClient()
  if (running.arm === 'talk') {
    return <Button onClick={() => void openTalk(client)}>{t('break.running.toTalk')}</Button>
  }
  return (
    <>
      {running.exercise === null ? <Quiet share={share} /> : null}
      <BreakExercise key={running.id} running={running} leftMs={leftMs} isCompact={isLow} />
    </>
  )
}

interface FootProps {
  shown: RunningShown
  hasRing: boolean
  hasSound: boolean
  onHardMoment: () => void
}

function Foot({ shown, hasRing, hasSound, onHardMoment }: FootProps) {
  const { t } = useTranslation()
  const { clock } = shown
  return (
    <footer className={styles.foot}>
      {hasRing ? (
        <span className={styles.small}>
          <TimeRing left={shown.share} />
        </span>
      ) : null}
      <p className={styles.left}>
        {hasRing && !shown.isOver ? null : <span>{shown.left}</span>}
        <span>{t(shown.mayLeave ? 'break.running.until' : 'break.running.strict', { clock })}</span>
      </p>
      {shown.mayLeave ? (
        <Button look="plain" onClick={shown.finish}>
          {t('break.running.back')}
        </Button>
      ) : null}
      <Button look="plain" onClick={onHardMoment}>
        {t('panicDoor.open')}
      </Button>
      {hasSound ? (
        <Suspense>
          <SoundButton until="pause" />
        </Suspense>
      ) : null}
      <p role="alert" className={styles.failure}>
        {shown.failure}
      </p>
    </footer>
  )
}
