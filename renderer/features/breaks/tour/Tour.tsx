/** The tour of the first days: what a nudge is, one on purpose, and how to make it quieter. It can be left and taken up. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import { useNotice } from '../../../design/Toasts.tsx'
import '../../../text/breakSettingsText.ts'
import { errorCode } from '../../../watch.ts'
import { useChangeSettings, useSettings } from '../../settings/useSettings.ts'
import { SeeStep } from './SeeStep.tsx'
import { AnswerStep, DaysStep, FindStep, QuietStep, WhatStep } from './steps.tsx'
import styles from './Tour.module.css'
import { rememberedStep, rememberStep, type TourStep, tourSteps } from './tourSteps.ts'
import { useShowOne } from './useShowOne.ts'

export interface TourProps {
  /** It was finished, put away for good, or left until later. */
  onClose: () => void
}

export function Tour({ onClose }: TourProps) {
  const { t } = useTranslation()
  const notice = useNotice()
  const over = useTourOver()
  const settings = useSettings()
  const showOne = useShowOne()
  const title = useRef<HTMLHeadingElement>(null)
  const [place, setPlace] = useState(() => rememberedStep(window.localStorage))
  // Whoever came here by a press goes on with the keyboard where the words are.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is a page of its own.
  useEffect(() => title.current?.focus(), [place])
  if (!settings) return null
  const step = tourSteps[place] ?? 'what'
  const isLast = place === tourSteps.length - 1

  function go(next: number) {
    rememberStep(window.localStorage, next)
    setPlace(next)
  }
  function end(isFinished: boolean) {
    over()
    if (isFinished) notice({ text: t('breakTour.finished') })
    onClose()
  }
  const shown: Record<TourStep, ReactNode> = {
    what: <WhatStep settings={settings} />,
    see: <SeeStep form={settings.breaks.form} {...showOne} />,
    answer: <AnswerStep />,
    quiet: <QuietStep settings={settings} />,
    days: <DaysStep settings={settings} />,
    find: <FindStep settings={settings} />,
  }
  return (
    <section className={styles.tour} aria-label={t('breakTour.title')}>
      <p className={styles.small}>{t('breakTour.step', { step: place + 1, steps: tourSteps.length })}</p>
      <h2 ref={title} className={styles.title} tabIndex={-1}>
        {t(`breakTour.${step}.title`)}
      </h2>
      <div className={styles.step}>{shown[step]}</div>
      <div className={styles.foot}>
        {isLast ? (
          <Button onClick={() => end(true)}>{t('breakTour.finish')}</Button>
        ) : (
          <Button onClick={() => go(place + 1)}>{t('breakTour.next')}</Button>
        )}
        {place > 0 ? <Button onClick={() => go(place - 1)}>{t('breakTour.back')}</Button> : null}
        <span className={styles.space} />
        {isLast ? null : (
          <>
            <Button look="plain" onClick={onClose}>
              {t('breakTour.later')}
            </Button>
            <Button look="plain" onClick={() => end(false)}>
              {t('breakTour.skip')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

/** @returns a function that writes down that the tour was seen or put away. */
export function useTourOver(): () => void {
  const { t } = useTranslation()
  const notice = useNotice()
  const save = useChangeSettings()
  return () => {
    rememberStep(window.localStorage, null)
    save({ tourSeenAt: Date.now() }).catch((error: unknown) =>
      notice({ text: t('breakSettings.notSaved', { reason: t(`errors.${errorCode(error)}`) }) }),
    )
  }
}
