/** What is believed about each thing to do: how often it was tried, what came of it, and what the person settled. */
import { useTranslation } from 'react-i18next'
import type { EngineClient } from '../../../electron/contract/index.ts'
import type { DayWords } from '../stress/dayWords.ts'
import styles from './Why.module.css'

export type Belief = Awaited<ReturnType<EngineClient['breaks']['learning']>>['arms'][number]

interface BeliefsProps {
  arms: readonly Belief[]
  words: DayWords
}

export function beliefWords({ arm, tried, worked }: Belief, { t, number }: DayWords): string {
  if (tried === 0) return t('pauses.learning.untried')
  const values = {
    count: tried,
    tried: number(tried),
    worked: worked === 0 ? t('pauses.learning.never') : number(worked),
  }
  return t(arm === 'nothing' ? 'pauses.learning.triedNothing' : 'pauses.learning.triedTaken', values)
}

export function Beliefs({ arms, words }: BeliefsProps) {
  const { t } = useTranslation()
  return (
    <>
      <ul className={styles.beliefs}>
        {arms.map((belief) => (
          <li key={belief.arm} className={styles.belief} data-banned={belief.isBanned || undefined}>
            <p className={styles.name}>
              {t(`pauses.armName.${belief.arm}`)}
              {belief.isPinned && !belief.isBanned ? (
                <span className={styles.settled}>{t('pauses.learning.pinned')}</span>
              ) : null}
              {belief.isBanned ? <span className={styles.settled}>{t('pauses.learning.banned')}</span> : null}
            </p>
            <p className={styles.quiet}>
              {beliefWords(belief, words)}
              {belief.tried > 0 ? (
                <>
                  {' · '}
                  {t('pauses.learning.inHundred', { n: words.number(Math.round(belief.expected * 100)) })}
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{t('pauses.learning.nothingAbout')}</p>
    </>
  )
}
