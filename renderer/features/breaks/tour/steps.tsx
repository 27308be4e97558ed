/** What each step of the tour says, but for the one that shows a nudge. */
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../../electron/contract/settings.ts'
import { useShell } from '../../models/ImportModel.tsx'
import { keyCaps } from '../../settings/accelerator.ts'
import { FormChoice } from '../settings/FormChoice.tsx'
import { FormPicture } from '../settings/FormPicture.tsx'
import { useBreakEdit } from '../settings/useBreakEdit.ts'
import styles from './Tour.module.css'

interface StepProps {
  settings: Settings
}

export function WhatStep({ settings }: StepProps) {
  const { t } = useTranslation()
  const { form } = settings.breaks
  return (
    <>
      <p>{t('breakTour.what.words')}</p>
      <div className={styles.pictured}>
        <FormPicture form={form} />
        <p>
          <strong>{t(`breakSettings.form.${form}`)}.</strong> {t(`breakSettings.form.${form}About`)}
        </p>
      </div>
      <p>{t('breakTour.what.wait')}</p>
    </>
  )
}

export function AnswerStep() {
  const { t } = useTranslation()
  return (
    <dl className={styles.answers}>
      {(['start', 'snooze', 'skip', 'notNow', 'ignore'] as const).map((answer) => (
        <div key={answer}>
          <dt>{t(`breakTour.answer.${answer}`)}</dt>
          <dd>{t(`breakTour.answer.${answer}About`)}</dd>
        </div>
      ))}
    </dl>
  )
}

export function QuietStep({ settings }: StepProps) {
  const { t } = useTranslation()
  const { editBreaks, failure } = useBreakEdit()
  return (
    <>
      <p>{t('breakTour.quiet.words')}</p>
      <FormChoice form={settings.breaks.form} onChoose={(form) => editBreaks(() => ({ form }))} />
      {failure ? <p role="alert">{t('breakSettings.notSaved', { reason: t(`errors.${failure}`) })}</p> : null}
      <p>
        {t('breakTour.quiet.hours')} <a href="#/pauses/settings">{t('breakTour.quiet.hoursLink')}</a>
      </p>
      <p>{t('breakTour.quiet.pause')}</p>
    </>
  )
}

export function DaysStep({ settings }: StepProps) {
  const { t } = useTranslation()
  const { breaks, breakTargetMinutes, strainOn } = settings
  return (
    <>
      <p>
        {breaks.rhythm.by === 'need'
          ? t('breakTour.days.words', { minutes: breakTargetMinutes })
          : t('breakTour.days.wordsFixed')}
      </p>
      {strainOn && breaks.usesStrain ? <p>{t('breakTour.days.after')}</p> : null}
    </>
  )
}

const isMac = /Mac/.test(navigator.userAgent)

export function FindStep({ settings }: StepProps) {
  const { t } = useTranslation()
  const shell = useShell()
  const keys = shell?.present ? settings.panicShortcut : null
  return (
    <>
      <p>{t('breakTour.find.history')}</p>
      <p>{t('breakTour.find.why')}</p>
      <div className={styles.door}>
        <p>
          {keys === null ? (
            t('breakTour.find.panicNoKeys')
          ) : (
            <>
              {t('breakTour.find.panic')}{' '}
              {keyCaps(keys, isMac).map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </>
          )}
        </p>
        <p>{t('breakTour.find.exercises')}</p>
      </div>
    </>
  )
}
