/** Coming back to a hard moment: how is it now? Any answer is one press, none is needed, and Esc puts it off. */
import { type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CareView } from '../../../electron/contract/care.ts'
import type { CheckBackAnswer } from '../../../electron/core/care/checkBack.ts'
import { Button } from '../../design/Button.tsx'
import { useKeptFocus } from '../../design/useKeptFocus.ts'
import { useFreeEscape } from '../../windows/escape.ts'
import { useOpenPanic } from '../exercises/panic/PanicDoor.tsx'
import styles from './BesideTalk.module.css'
import { type Said, toldAnswers } from './useSaidAnswer.ts'

type CheckBack = NonNullable<CareView['checkBack']>

export interface CheckBackCardProps {
  checkBack: CheckBack | null
  said: Said | null
  onAnswer: (checkBack: CheckBack, answer: CheckBackAnswer) => void
  onDone: (opens: boolean) => void
}

export function CheckBackCard({ checkBack, said, onAnswer, onDone }: CheckBackCardProps) {
  const { t } = useTranslation()
  const place = useRef<HTMLElement>(null)
  useFreeEscape(() => (said ? onDone(false) : checkBack && onAnswer(checkBack, 'later')))
  return (
    <section ref={place} className={styles.card} aria-label={t('checkBack.label')}>
      {said ? (
        <Thanks said={said} onDone={onDone} place={place} />
      ) : checkBack ? (
        <Question text={checkBack.text} onAnswer={(answer) => onAnswer(checkBack, answer)} />
      ) : null}
    </section>
  )
}

function Question({ text, onAnswer }: { text: string; onAnswer: (answer: CheckBackAnswer) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={styles.lead}>{text}</p>
      <div className={styles.ways}>
        {toldAnswers.map((answer) => (
          <Button key={answer} onClick={() => onAnswer(answer)}>
            {t(`checkBack.answers.${answer}`)}
          </Button>
        ))}
        <Button onClick={() => onAnswer('talk')}>{t('checkBack.talk')}</Button>
      </div>
      <div className={styles.quiet}>
        <Button look="plain" onClick={() => onAnswer('later')}>
          {t('checkBack.later')}
        </Button>
        <Button look="plain" onClick={() => onAnswer('close')}>
          {t('checkBack.close')}
        </Button>
      </div>
    </>
  )
}

interface ThanksProps {
  said: Said
  onDone: (opens: boolean) => void
  place: RefObject<HTMLElement | null>
}

function Thanks({ said: { answer }, onDone, place }: ThanksProps) {
  const { t } = useTranslation()
  const openPanic = useOpenPanic()
  useKeptFocus(place, 'button')
  return (
    <>
      <p className={styles.lead}>{t(`checkBack.thanks.${answer}`)}</p>
      <div className={styles.ways}>
        {answer === 'better' ? null : (
          <>
            <Button onClick={openPanic}>{t('checkBack.people')}</Button>
            <Button onClick={() => onDone(true)}>{t('checkBack.talk')}</Button>
          </>
        )}
        <Button look="plain" onClick={() => onDone(false)}>
          {t('checkBack.done')}
        </Button>
      </div>
    </>
  )
}
