/** The two scores as they are now: usual is a band, now is a point, and the words say how far to trust it. */
import { useTranslation } from 'react-i18next'
import type { PresenceSnapshot } from '../../../electron/contract/presence.ts'
import type { StressSnapshot } from '../../../electron/contract/stress.ts'
import type { FeatureId } from '../../../electron/core/stress/families.ts'
import { Button } from '../../design/Button.tsx'
import { useOpenPlace } from '../../windows/places.ts'
import { bandLabel } from './bandLabel.ts'
import styles from './Cards.module.css'
import type { DayWords } from './dayWords.ts'
import { ScoreBand } from './ScoreBand.tsx'
import { confidenceWords, needBecause, needWords, noStrainWords, strainWords } from './scoreWords.ts'
import { reasonWords, unknownGroups, usualWords, valueWords } from './signalWords.ts'
import tables from './Tables.module.css'
import { useStrainSwitch } from './useStrainSwitch.ts'

export function NeedCard({ need, words }: { need: StressSnapshot['need']; words: DayWords }) {
  const { t } = useTranslation()
  const title = t('today.need.title')
  const said = needWords(need.value, words)
  return (
    <section className={styles.card} aria-label={title}>
      <h2>{title}</h2>
      <ScoreBand label={bandLabel({ title, said, ...need }, words)} value={need.value} usual={need.usual} />
      <p className={styles.words}>{said}</p>
      {needBecause(need, words).map((sentence) => (
        <p key={sentence} className={styles.small}>
          {sentence}
        </p>
      ))}
    </section>
  )
}

export interface StrainCardProps {
  stress: StressSnapshot
  workDay: number
  words: DayWords
  onExplain: (atMs: number, feature?: FeatureId) => void
  onHowWell: () => void
}

export function StrainCard({ stress, workDay, words, onExplain, onHowWell }: StrainCardProps) {
  const { t } = useTranslation()
  const { strain, atMs } = stress
  const title = t('today.strain.title')
  const missing = noStrainWords(strain, words)
  const said =
    missing ?? (strain.value === null ? '' : strainWords(strain.value, strain.usual, strain.phase, words))
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <h2>{title}</h2>
        <p className={styles.small}>{t('today.strain.label')}</p>
      </div>
      <ScoreBand
        label={bandLabel({ title, said, ...strain }, words)}
        value={strain.value}
        usual={strain.usual}
      />
      <p className={missing === null ? styles.words : undefined}>{said}</p>
      {strain.state === 'off' ? <SwitchOn /> : null}
      {missing === null ? (
        <>
          <Reasons reasons={strain.reasons} at={{ atMs, workDay }} words={words} onExplain={onExplain} />
          <p className={styles.small}>{confidenceWords(strain.confidence, words)}</p>
        </>
      ) : null}
      <p>
        <Button look="plain" className={styles.link} onClick={onHowWell}>
          {t('today.well.link')}
        </Button>
      </p>
    </section>
  )
}

function SwitchOn() {
  const { t } = useTranslation()
  const { turn, failure } = useStrainSwitch()
  return (
    <p>
      <Button onClick={() => turn(true)}>{t('today.strain.onAgain')}</Button>
      {failure === null ? null : <span role="alert">{failure}</span>}
    </p>
  )
}

interface ReasonsProps {
  reasons: StressSnapshot['strain']['reasons']
  at: { atMs: number; workDay: number }
  words: DayWords
  onExplain: StrainCardProps['onExplain']
}

function Reasons({ reasons, at, words, onExplain }: ReasonsProps) {
  const { t } = useTranslation()
  if (reasons.length === 0) return <p className={styles.small}>{t('today.strain.nothingSpeaks')}</p>
  return (
    <ul className={styles.reasons} aria-label={t('today.strain.reasons')}>
      {reasons.map((reason) => (
        <li key={reason.feature}>
          <button type="button" className={styles.reason} onClick={() => onExplain(at.atMs, reason.feature)}>
            <span className={styles.reasonWords}>{reasonWords(reason, at, words)}</span>
            <span className={styles.reasonValue}>
              {t('today.strain.usually', {
                value: valueWords(reason.feature, reason.value, words),
                usual: usualWords(reason, words),
              })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

export interface UnknownCardProps {
  unknown: StressSnapshot['strain']['unknown']
  presence: PresenceSnapshot | undefined
  words: DayWords
}

/** What does not speak now, each with its reason: silence is told as silence. */
export function UnknownCard({ unknown, presence, words }: UnknownCardProps) {
  const { t } = useTranslation()
  const openPlace = useOpenPlace()
  if (unknown.length === 0) return null
  return (
    <section className={styles.card} aria-label={t('today.unknown.title')}>
      <h2>{t('today.unknown.title')}</h2>
      <ul className={styles.unknown}>
        {unknownGroups(unknown, presence, words).map(({ why, features }) => (
          <li key={why} className={tables.capital}>
            {t('today.unknown.line', {
              features: words.list(features.map((feature) => t(`today.signal.${feature}`))),
              why,
            })}
          </li>
        ))}
      </ul>
      <p>
        <Button look="plain" className={styles.link} onClick={() => openPlace('sensing')}>
          {t('today.unknown.sensing')}
        </Button>
      </p>
    </section>
  )
}
