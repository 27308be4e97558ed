/** What can be done about pauses right now, and in small words what they wait for. */
import { useTranslation } from 'react-i18next'
import type { BreakView } from '../../../electron/contract/breaks.ts'
import { Button } from '../../design/Button.tsx'
import { useShell } from '../models/ImportModel.tsx'
import styles from './Now.module.css'
import { hrefOf } from './pausesAddress.ts'
import type { PauseWords } from './pauseWords.ts'
import { TakePause } from './TakePause.tsx'
import { usePauseDoings } from './usePauseDoings.ts'

interface NowProps {
  state: BreakView
  /** With all sensing paused nothing is offered either. */
  isSensingPaused: boolean
  words: PauseWords
}

export function NowDoing(props: NowProps) {
  return (
    <section className={styles.now}>
      <div className={styles.ways}>
        <Ways {...props} />
      </div>
      <NowAbout {...props} />
    </section>
  )
}

function Ways({ state, isSensingPaused, words }: NowProps) {
  const { t } = useTranslation()
  const doings = usePauseDoings()
  const hasShell = useShell()?.present ?? true
  const { running, offer, pausedUntilMs, isOn, isDayDone } = state
  const isQuiet = pausedUntilMs !== null
  if (running) {
    if (running.isStrict) return <p className={styles.small}>{t('pauses.now.strict')}</p>
    return (
      <Button look="filled" onClick={() => doings.finish(running.id)}>
        {t('pauses.now.back')}
      </Button>
    )
  }
  return (
    <>
      {offer ? (
        // A page in a browser shows the offer itself, with a button of its own.
        <Button look={hasShell ? 'filled' : 'chip'} onClick={() => doings.start(offer.id)}>
          {t('pauses.now.start')}
        </Button>
      ) : (
        <TakePause words={words} onTake={doings.take} />
      )}
      {isSensingPaused && isOn ? <Button onClick={doings.sense}>{t('pauses.now.sense')}</Button> : null}
      {isQuiet || (isDayDone && isOn) ? (
        <Button onClick={doings.resume}>{t('pauses.now.resume')}</Button>
      ) : null}
      {isOn && !isQuiet && !isDayDone && !isSensingPaused ? (
        <>
          <Button onClick={() => doings.quiet('hour')}>{t('pauses.now.hour')}</Button>
          <Button onClick={() => doings.quiet('tomorrow')}>{t('pauses.now.tomorrow')}</Button>
        </>
      ) : null}
      <a className={styles.settings} href={hrefOf({ view: 'settings' })}>
        {t('pauses.nav.settings')}
      </a>
    </>
  )
}

/** Why the next one comes, or why nothing is said although one is due. */
export function aboutNow({ state, isSensingPaused, words }: NowProps): string[] {
  const { t, clock, counted } = words
  const { running, silent, waiting, next, offer, isOn, isDayDone, pausedUntilMs, today } = state
  if (running || !isOn || isDayDone || pausedUntilMs !== null || isSensingPaused) return []
  const told = silent ?? waiting
  if (told) {
    const since = { clock: clock(told.sinceMs) }
    return [t(silent ? 'pauses.now.silentAbout' : 'pauses.now.waitingAbout', since)]
  }
  const because = offer?.because ?? next?.because
  // Where nothing can be foreseen, how many may still come is beside the point.
  if (!because) return []
  const left =
    today.nudgesLeft > 0
      ? t('pauses.now.left', { count: today.nudgesLeft, n: counted(today.nudgesLeft) })
      : t('pauses.now.leftNone')
  return [t(`pauses.now.because.${because}`), left]
}

function NowAbout(props: NowProps) {
  const { t } = useTranslation()
  const { state } = props
  const sentences = aboutNow(props)
  return (
    <>
      {sentences.length > 0 ? <p className={styles.small}>{sentences.join(' ')}</p> : null}
      {state.isByTimeOnly && state.isOn ? <p className={styles.note}>{t('pauses.now.byTime')}</p> : null}
    </>
  )
}
