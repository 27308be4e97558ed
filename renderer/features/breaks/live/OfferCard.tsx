/** A pause that is offered: one sentence, what it invites to, and every way to answer. */
import { useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BreakOffer } from '../../../../electron/contract/breaks.ts'
import { Button } from '../../../design/Button.tsx'
import { CloseSign } from '../../../design/icons.tsx'
import { Lamp } from '../../../design/Lamp.tsx'
import { useLasting } from '../../../design/times.ts'
import { useClient, useLinkState } from '../../../watch.ts'
import { useExercises } from '../../exercises/useExercises.ts'
import { loadPlayer } from './BreakExercise.tsx'
import styles from './OfferCard.module.css'
import { invitationLine, type OfferWords, offerSentence } from './offerWords.ts'
import { useAnswer } from './useAnswer.ts'
import { openTalk, openWhy } from './ways.ts'

/** A connection that is back at once is not worth a word. */
const AWAY_SAID_AFTER_MS = 600

export interface OfferCardProps {
  offer: BreakOffer
  words: OfferWords
  /** The level of its heading: a window has no other. */
  heading: 'h1' | 'h2'
  titleId: string
  leaveLabel: string
  /** Puts it away without an answer. */
  onLeave: () => void
}

export function OfferCard({ offer, words, heading: Heading, titleId, leaveLabel, onLeave }: OfferCardProps) {
  const { t } = useTranslation()
  const link = useLinkState()
  const isAway = link.state !== 'connected'
  const isAwaySaid = useLasting(isAway, AWAY_SAID_AFTER_MS)
  const answering = useAnswer()
  useReady()
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <Lamp state="reading" />
        <Heading id={titleId} className={styles.sentence}>
          {offerSentence(offer, words)}
        </Heading>
        <Button look="icon" className={styles.leave ?? ''} aria-label={leaveLabel} onClick={onLeave}>
          <CloseSign />
        </Button>
      </div>
      <Invitation offer={offer} words={words} isAway={isAway} />
      <p role="alert" className={styles.failure}>
        {isAwaySaid ? t('break.away') : answering.failure}
      </p>
      <Ways offer={offer} isAway={isAway} answer={answering.answer} />
    </div>
  )
}

/** Who says yes does not wait for what they said yes to. */
function useReady(): void {
  useExercises()
  useEffect(() => void loadPlayer().catch(() => {}), [])
}

function Invitation({ offer, words, isAway }: { offer: BreakOffer; words: OfferWords; isAway: boolean }) {
  const { t } = useTranslation()
  const client = useClient()
  const line = invitationLine(offer, words)
  const isTour = offer.because === 'tour'
  const title = isTour ? t('break.offer.tourAbout') : (offer.exercise?.title ?? null)
  // What is shown on purpose has no other reason.
  const why = isTour ? null : (
    <Button
      look="plain"
      className={styles.why ?? ''}
      disabled={isAway}
      onClick={() => void openWhy(client, offer.id)}
    >
      {t('break.ways.why')}
    </Button>
  )
  return (
    <div className={styles.invitation}>
      {line === null ? null : (
        <p>
          {line} {title === null ? why : null}
        </p>
      )}
      {title === null ? null : (
        <p className={styles.small}>
          <span>{title}</span>
          {why}
        </p>
      )}
    </div>
  )
}

interface WaysProps {
  offer: BreakOffer
  isAway: boolean
  answer: ReturnType<typeof useAnswer>['answer']
}

function Ways({ offer, isAway, answer }: WaysProps) {
  const { t } = useTranslation()
  const client = useClient()
  const aboutId = useId()
  const { id, arm, kind, because, postponesLeft } = offer
  // To one that is shown on purpose it is no wish for quiet.
  const isQuietAfter = because !== 'tour'
  const start = async () => {
    if ((await answer(id, { say: 'start' })) && arm === 'talk') await openTalk(client)
  }
  const startLabel = kind === 'endOfDay' ? 'closeDay' : arm === 'talk' ? 'startTalk' : 'start'
  return (
    <fieldset className={styles.ways} disabled={isAway}>
      <legend className="unseen">{t('break.ways.label')}</legend>
      <div className={styles.row}>
        <Button look="filled" className={styles.start ?? ''} onClick={() => void start()}>
          {t(`break.ways.${startLabel}`)}
        </Button>
        {postponesLeft > 0 ? (
          ([5, 15] as const).map((minutes) => (
            <Button key={minutes} onClick={() => void answer(id, { say: 'snooze', minutes })}>
              {t(`break.ways.in${minutes}`)}
            </Button>
          ))
        ) : (
          <p className={styles.small}>{t('break.ways.noneLeft')}</p>
        )}
      </div>
      <div className={styles.row}>
        <Button look="plain" onClick={() => void answer(id, { say: 'skip' })}>
          {t('break.ways.skip')}
        </Button>
        <span className={styles.notNow}>
          <Button
            look="plain"
            aria-describedby={isQuietAfter ? aboutId : undefined}
            onClick={() => void answer(id, { say: 'notNow' })}
          >
            {t('break.ways.notNow')}
          </Button>
          {isQuietAfter ? (
            <span id={aboutId} className={styles.about}>
              {t('break.ways.notNowAbout')}
            </span>
          ) : null}
        </span>
      </div>
    </fieldset>
  )
}
