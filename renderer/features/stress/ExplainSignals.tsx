/** Every signal of a moment in one table, with all the numbers that went into the score. */
import { useTranslation } from 'react-i18next'
import type { FeatureId } from '../../../electron/core/stress/families.ts'
import { useSensing } from '../presence/useSensing.ts'
import type { DayWords } from './dayWords.ts'
import styles from './Explain.module.css'
import type { Explanation } from './Explain.tsx'
import { unknownGroups, usualWords, valueWords } from './signalWords.ts'
import tables from './Tables.module.css'

type Strain = Explanation['strain']

export interface ExplainSignalsProps {
  strain: Strain
  feature: FeatureId | null
  words: DayWords
}

export function ExplainSignals({ strain, feature, words }: ExplainSignalsProps) {
  const { t } = useTranslation()
  const { value, threshold } = strain
  return (
    <>
      {strain.signals.length > 0 ? (
        <details className={tables.fold} open>
          <summary>{t('today.explain.signals')}</summary>
          <div className={tables.folded}>
            <Signals signals={strain.signals} feature={feature} words={words} />
            <details className={tables.fold}>
              <summary>{t('today.explain.how')}</summary>
              <div className={`${tables.folded} ${styles.small}`}>
                <p>{t('today.explain.howZ')}</p>
                <p>{t('today.explain.howS')}</p>
                <p>{t('today.explain.howSum')}</p>
                {value === null ? null : <p>{t('today.explain.howNow', { value: words.exact(value) })}</p>}
                <p>
                  {threshold === null
                    ? t('today.explain.thresholdUnknown')
                    : t('today.explain.threshold', { threshold: words.exact(threshold) })}
                </p>
              </div>
            </details>
          </div>
        </details>
      ) : null}
      <Silent strain={strain} words={words} />
    </>
  )
}

const columns = ['signal', 'value', 'z', 's', 'w', 'q', 'share'] as const

interface SignalsProps {
  signals: Strain['signals']
  feature: FeatureId | null
  words: DayWords
}

function Signals({ signals, feature, words }: SignalsProps) {
  const { t } = useTranslation()
  const { exact, percent } = words
  return (
    <section
      className={tables.scroll}
      aria-label={t('today.explain.signals')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard.
      tabIndex={0}
    >
      <table className={tables.table}>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column} scope="col" className={at > 1 ? tables.number : undefined}>
                {t(`today.explain.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {signals.map((signal) => (
            <tr
              key={signal.feature}
              data-loud={signal.feature === feature || undefined}
              data-quiet={signal.s === 0 || undefined}
            >
              <th scope="row" className={`${tables.wraps} ${tables.capital}`}>
                {t(`today.signal.${signal.feature}`)}
              </th>
              <td>
                {valueWords(signal.feature, signal.value, words)}
                <span className={tables.below}>
                  {t('today.explain.usually', { usual: usualWords(signal, words) })}
                </span>
              </td>
              <td className={tables.number}>{exact(signal.z)}</td>
              <td className={tables.number}>{exact(signal.s)}</td>
              <td className={tables.number}>{words.number(signal.w * 100)}</td>
              <td className={tables.number}>{exact(signal.q)}</td>
              <td className={tables.number}>{percent(signal.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Silent({ strain, words }: { strain: Strain; words: DayWords }) {
  const { t } = useTranslation()
  const presence = useSensing()
  if (strain.unknown.length === 0) return null
  return (
    <details className={tables.fold}>
      <summary>{t('today.explain.silent')}</summary>
      <ul className={`${tables.folded} ${styles.small}`}>
        {unknownGroups(strain.unknown, presence, words).map(({ why, features }) => (
          <li key={why} className={tables.capital}>
            {t('today.unknown.line', {
              features: words.list(features.map((one) => t(`today.signal.${one}`))),
              why,
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
