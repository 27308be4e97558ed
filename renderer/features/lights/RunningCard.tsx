/** What is on, since when and why, for how long, and the two ways back: undo within its minute, or giving it back now. */
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LightsView } from '../../../electron/contract/lights.ts'
import { Button } from '../../design/Button.tsx'
import styles from './Lights.module.css'
import { type Claim, held, running } from './lightsSentence.ts'
import { capitalised, type LightWords, lookName, whyWords } from './lightWords.ts'
import { useHandOn } from './useHandOn.ts'
import type { LightDoings } from './useLightDoings.ts'
import { useSecondsLeft } from './useSecondsLeft.ts'

export interface RunningCardProps {
  view: LightsView
  words: LightWords
  doings: LightDoings
}

export function RunningCard(props: RunningCardProps) {
  const { claims, owed } = props.view
  return claims.length === 0 && owed === 0 ? null : <Card {...props} />
}

function Card({ view, words, doings }: RunningCardProps) {
  const { t } = useTranslation()
  const claim = running(view)
  const owed = view.owed
  return (
    <section className={styles.card} aria-label={t('lights.part.title')}>
      {claim ? <Held view={view} claim={claim} words={words} /> : null}
      <Waiting view={view} words={words} />
      {owed > 0 ? (
        <p className={styles.small}>
          {t('lights.part.owed', { count: owed, n: capitalised(words.counted(owed)) })}
        </p>
      ) : null}
      {view.claims.length > 0 ? <Ways view={view} doings={doings} /> : null}
    </section>
  )
}

function Held({ view, claim, words }: { view: LightsView; claim: Claim; words: LightWords }) {
  const { t } = useTranslation()
  const lamps = held(view).length
  return (
    <>
      <p>
        {lamps > 0
          ? t('lights.part.held', { count: lamps, n: capitalised(words.counted(lamps)) })
          : t('lights.part.heldNone')}{' '}
        {lamps > 0 ? endWords(claim, words) : null}
      </p>
      {claim.because === 'preview' ? null : <p className={styles.small}>{t('lights.part.hand')}</p>}
    </>
  )
}

function endWords({ untilMs, look, because }: Claim, { t, moment }: LightWords): ReactNode {
  if (because === 'preview') return null
  if (look === 'windDown' && because === 'bedtime') return t('lights.part.letsGo')
  return untilMs === null ? t('lights.part.untilAsked') : t('lights.part.until', { clock: moment(untilMs) })
}

/** Looks that wait for the room behind the one that has it. */
function Waiting({ view, words }: { view: LightsView; words: LightWords }) {
  const { t } = useTranslation()
  const first = running(view)
  const waiting = view.claims.filter((claim) => claim !== first)
  return waiting.map((claim) => (
    <p key={claim.claimId} className={styles.small}>
      {t(first === null ? 'lights.part.soon' : 'lights.part.next', {
        look: lookName(claim.look, words),
        why: whyWords(claim.because, claim.fromMs, words),
      })}
    </p>
  ))
}

function Ways({ view, doings }: { view: LightsView; doings: LightDoings }) {
  const { t } = useTranslation()
  const { announced } = view
  const ways = useRef<HTMLDivElement>(null)
  // The card may stay for a while, with lamps on their way back.
  useHandOn(ways, (gone) => gone.closest('main'))
  const seconds = useSecondsLeft(announced?.undoUntilMs ?? null)
  // One that is shown goes by itself before anybody could undo it.
  const isThere = view.claims.some(
    ({ claimId, because }) => claimId === announced?.claimId && because !== 'preview',
  )
  return (
    <div ref={ways} className={styles.ways}>
      <Button look="filled" onClick={doings.release}>
        {t('lights.part.giveBack')}
      </Button>
      {announced && isThere && seconds > 0 ? (
        <UndoButton seconds={seconds} onUndo={() => doings.undo(announced.claimId)} />
      ) : null}
    </div>
  )
}

function UndoButton({ seconds, onUndo }: { seconds: number; onUndo: () => void }) {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  // When its minute is over, giving back is still there.
  useHandOn(button, (gone) => gone.previousElementSibling)
  return (
    <Button ref={button} onClick={onUndo}>
      {t('lights.part.undo', { seconds })}
    </Button>
  )
}
