/** A day that is over in two bands, and what the person said on it or took out of it. */
import { useTranslation } from 'react-i18next'
import type { CheckinRow } from '../../../electron/contract/checkins.ts'
import type { DayScores, WrongStretch } from '../../../electron/contract/stress.ts'
import { isFeelingWord } from '../../../electron/core/checkins/feelings.ts'
import { Button } from '../../design/Button.tsx'
import { Section } from '../../design/Page.tsx'
import { FaceSign } from '../checkins/FaceSign.tsx'
import { bandAlone, bandLabel } from './bandLabel.ts'
import styles from './Cards.module.css'
import type { DayWords } from './dayWords.ts'
import { ScoreBand } from './ScoreBand.tsx'
import { type Band, confidenceWords, needMostWords, raisedWords } from './scoreWords.ts'
import { faceOf } from './signalWords.ts'

export interface DayScoreCardsProps {
  scores: DayScores
  strainUsual: Band
  words: DayWords
}

export function DayScoreCards({ scores, strainUsual, words }: DayScoreCardsProps) {
  const { t } = useTranslation()
  const need = { title: t('today.past.needTitle'), said: needMostWords(scores.needMost, words) }
  const strain = { title: t('today.past.strainTitle'), said: raisedWords(scores, words) }
  return (
    <>
      <section className={styles.card} aria-label={need.title}>
        <h2>{need.title}</h2>
        <ScoreBand label={bandAlone(need, words)} value={scores.needMost} usual={null} />
        <p className={styles.words}>{need.said}</p>
      </section>
      <section className={styles.card} aria-label={strain.title}>
        <h2>{strain.title}</h2>
        <ScoreBand
          label={bandLabel({ ...strain, value: scores.strainMean, usual: strainUsual }, words)}
          value={scores.strainMean}
          usual={strainUsual}
        />
        <p>{strain.said}</p>
        {scores.confidenceMean !== null && scores.strainMean !== null ? (
          <p className={styles.small}>{confidenceWords(scores.confidenceMean, words)}</p>
        ) : null}
      </section>
    </>
  )
}

export function CheckinCard({ checkins, words }: { checkins: readonly CheckinRow[]; words: DayWords }) {
  const { t } = useTranslation()
  if (checkins.length === 0) return null
  const wordsOf = ({ mood, energy, tags, words: said }: CheckinRow) =>
    [
      t(`checkins.moods.${faceOf(mood)}`),
      ...(energy === null
        ? []
        : [t('today.checkins.energy', { energy: t(`checkins.energies.${faceOf(energy)}`) })]),
      ...said.filter((word) => isFeelingWord(word)).map((word) => t(`checkins.feeling.${word}`)),
      ...tags,
    ].join('\u00a0· ')
  return (
    <section className={styles.card} aria-label={t('today.checkins.title')}>
      <h2>{t('today.checkins.title')}</h2>
      <ul className={styles.checkins}>
        {checkins.map((row) => (
          <li key={row.id} className={styles.said}>
            <time dateTime={new Date(row.atMs).toISOString()}>{words.clock(row.atMs)}</time>
            <FaceSign face={faceOf(row.mood)} />
            {wordsOf(row)}
          </li>
        ))}
      </ul>
    </section>
  )
}

export interface WrongListProps {
  wrong: readonly WrongStretch[]
  words: DayWords
  onTakeBack: (stretch: WrongStretch) => void
}

export function WrongList({ wrong, words, onTakeBack }: WrongListProps) {
  const { t } = useTranslation()
  if (wrong.length === 0) return null
  return (
    <Section title={t('today.wrong.list')}>
      <ul>
        {wrong.map((one) => {
          const span = words.span(one.fromMs, one.toMs)
          return (
            <li key={one.id} className={styles.wrongOne}>
              <span>
                {[span, t(`today.wrong.kind.${one.what}`), one.note]
                  .filter((text) => text !== '')
                  .join(' · ')}
              </span>
              <Button aria-label={t('today.wrong.takeBackLong', { span })} onClick={() => onTakeBack(one)}>
                {t('today.wrong.takeBack')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
