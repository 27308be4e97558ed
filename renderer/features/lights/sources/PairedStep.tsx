/** It is paired: what came of it, and the next step, for nothing is touched before rooms are chosen. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LightSourceView } from '../../../../electron/contract/lights.ts'
import { Button } from '../../../design/Button.tsx'
import { useLanguage } from '../../../text/amounts.ts'
import { useLights } from '../useLights.ts'
import type { StepProps } from './BridgeSheet.tsx'
import { goToRooms } from './goToRooms.ts'
import styles from './Pair.module.css'

export interface PairedStepProps extends StepProps<'paired'> {
  /** It was known before. */
  isAgain: boolean
  onClose: () => void
}

export function PairedStep({ step, isAgain, go, onClose }: PairedStepProps) {
  const { t } = useTranslation()
  const source = useLights()?.sources.find(({ id }) => id === step.sourceId)
  return (
    <>
      <p>{t(isAgain ? 'pairBridge.paired.again' : 'pairBridge.paired.words')}</p>
      <LampCount source={source} />
      <NextStep onClose={onClose}>
        <Button onClick={() => go({ at: 'find', address: '' })}>{t('pairBridge.paired.another')}</Button>
      </NextStep>
    </>
  )
}

export function LampCount({ source }: { source: LightSourceView | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const isKnown = source !== undefined && (source.phase.phase === 'connected' || source.lamps > 0)
  const count = source?.lamps ?? 0
  return (
    <p role="status">
      {isKnown
        ? t('pairBridge.paired.lamps', { count, formatted: count.toLocaleString(language) })
        : t('pairBridge.paired.reading')}
    </p>
  )
}

export function NextStep({ onClose, children }: { onClose: () => void; children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={styles.ways}>
      <Button
        look="filled"
        onClick={() => {
          onClose()
          goToRooms()
        }}
      >
        {t('pairBridge.paired.next')}
      </Button>
      {children}
      <Button look="plain" onClick={onClose}>
        {t('pairBridge.paired.done')}
      </Button>
    </div>
  )
}
