/** The browser's pauses: the offer as a card in the corner of the page, the pause over the page, the question after it. */
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BreakOffer, BreakView } from '../../../../electron/contract/breaks.ts'
import styles from './BreakInPage.module.css'
import { useBreakNotice } from './breakNotice.ts'
import { FoldedOffer } from './FoldedOffer.tsx'
import { OfferCard } from './OfferCard.tsx'
import { foldedWords, invitation, type OfferWords, offerSentence } from './offerWords.ts'
import { PauseInPage } from './PauseInPage.tsx'
import { RatingCard } from './RatingCard.tsx'
import { Told } from './Told.tsx'
import { useBreaks } from './useBreaks.ts'
import { useOfferWords } from './useOfferWords.ts'
import { useSettling } from './useSettling.ts'

export default function BreakInPage() {
  const words = useOfferWords()
  const view = useBreaks()
  const offer = view?.offer ?? null
  useBreakNotice(
    offer && {
      name: `offer-${offer.id}-${offer.atMs}`,
      title: offerSentence(offer, words),
      body: `${invitation(offer, words)}.`,
    },
  )
  if (!view) return null
  if (view.running) return <PauseInPage running={view.running} words={words} />
  return <Asked view={view} words={words} />
}

interface AskedProps {
  view: BreakView
  words: OfferWords
}

/** What was put away stays so, by its name, until something else comes. */
function Asked({ view: { offer, rating }, words }: AskedProps) {
  const [folded, setFolded] = useState<string | null>(null)
  const titleId = useId()
  if (offer) return <Offered key={`${offer.id} ${offer.atMs} ${offer.form}`} offer={offer} words={words} />
  const name = `rating ${rating?.nudgeId}`
  if (rating === null || folded === name) return null
  const leave = () => setFolded(name)
  return (
    <Corner name={name} titleId={titleId} onLeave={leave}>
      <RatingCard rating={rating} heading="h2" titleId={titleId} onLeave={leave} />
    </Corner>
  )
}

/** What only the tray would say is one quiet line here, until the person wants more. */
function Offered({ offer, words }: { offer: BreakOffer; words: OfferWords }) {
  const { t } = useTranslation()
  const [isFolded, setFolded] = useState(offer.form === 'tray')
  const titleId = useId()
  const fold = () => setFolded(true)
  return (
    <>
      <Told>{t('break.offer.came', { sentence: offerSentence(offer, words) })}</Told>
      {isFolded ? (
        <FoldedOffer label={foldedWords(offer, words)} onUnfold={() => setFolded(false)} />
      ) : (
        <Corner name="offer" titleId={titleId} onLeave={fold}>
          <OfferCard
            offer={offer}
            words={words}
            heading="h2"
            titleId={titleId}
            leaveLabel={t('break.ways.fold')}
            onLeave={fold}
          />
        </Corner>
      )}
    </>
  )
}

interface CornerProps {
  name: string
  titleId: string
  onLeave: () => void
  children: React.ReactNode
}

/** Lies beside what the person is doing and never takes the keyboard; Esc within it puts it away. */
function Corner({ name, titleId, onLeave, children }: CornerProps) {
  const card = useRef<HTMLElement>(null)
  const newest = useRef(onLeave)
  newest.current = onLeave
  useSettling(name, () => card.current)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      // The popup's page has a use for this key as well.
      event.stopPropagation()
      newest.current()
    }
    const current = card.current
    current?.addEventListener('keydown', onKeyDown)
    return () => current?.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <section ref={card} role="dialog" aria-modal="false" aria-labelledby={titleId} className={styles.corner}>
      {children}
    </section>
  )
}
