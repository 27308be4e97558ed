/** Shown for ten seconds with the seconds counted down, or set until it is taken back. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LightsView } from '../../../electron/contract/lights.ts'
import { Button } from '../../design/Button.tsx'
import styles from './Looks.module.css'
import { type Claim, mayTry, running } from './lightsSentence.ts'
import type { LightWords } from './lightWords.ts'
import type { LightDoings } from './useLightDoings.ts'
import { useSecondsLeft } from './useSecondsLeft.ts'

/** As long as a preview lasts where the engine does not say. */
const PREVIEW_MS = 10_000

export interface LookWaysProps {
  look: string
  name: string
  view: LightsView
  words: LightWords
  doings: LightDoings
  /** Instead of setting it by hand. */
  children?: ReactNode
}

/** A button keeps its place while what it does turns round, so that the keyboard stays on it. */
export function LookWays({ look, name, view, words, doings, children = null }: LookWaysProps) {
  const { t } = useTranslation()
  const claim = running(view)
  const mine = claim?.look === look ? claim : null
  if (mine === null && !mayTry(view)) return null
  const back = t('lights.looks.back')
  const way = (key: string, what: string, onClick: () => void) => (
    <Button key={key} aria-label={t('lights.looks.named', { what, look: name })} onClick={onClick}>
      {what}
    </Button>
  )
  if (mine === null) {
    return (
      <>
        {way('show', t('lights.looks.show'), () => doings.preview(look))}
        {children ?? way('set', t('lights.looks.set'), () => doings.apply(look))}
      </>
    )
  }
  return (
    <>
      {mine.because === 'preview' ? way('show', back, () => doings.undo(mine.claimId)) : null}
      {mine.because === 'preview' ? null : way('set', back, doings.release)}
      <Standing claim={mine} name={name} words={words} />
    </>
  )
}

function Standing({ claim, name, words }: { claim: Claim; name: string; words: LightWords }) {
  const { t } = useTranslation()
  const isShown = claim.because === 'preview'
  const begunMs = claim.begunMs ?? claim.fromMs
  const left = useSecondsLeft(isShown ? (claim.untilMs ?? begunMs + PREVIEW_MS) : null)
  if (!isShown) {
    return <p className={styles.since}>{t('lights.looks.running', { clock: words.moment(begunMs) })}</p>
  }
  return (
    <>
      <p className={styles.since}>{t('lights.looks.shown', { n: left })}</p>
      <span className="unseen" role="status">
        {t('lights.looks.shownSaid', { look: name })}
      </span>
    </>
  )
}
