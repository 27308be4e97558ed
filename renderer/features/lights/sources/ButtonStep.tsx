/** Half a minute for the round button, counted down without hurry. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import type { StepProps } from './BridgeSheet.tsx'
import { backFrom } from './bridgeSteps.ts'
import { Countdown } from './Countdown.tsx'
import styles from './Pair.module.css'
import { usePairing } from './usePairing.ts'

export function ButtonStep({ step, wanted, go }: StepProps<'button'>) {
  const { t } = useTranslation()
  const { driver, address, seen } = step
  const endsAtMs = usePairing(driver, seen, (end) =>
    go(
      end.paired
        ? { at: 'paired', sourceId: end.sourceId }
        : { at: 'stopped', driver, address, seen, trouble: end.trouble },
    ),
  )
  const back = backFrom(step, wanted)
  return (
    <>
      <p>{t('pairBridge.button.words')}</p>
      {driver === 'hueV1' ? <p className={styles.small}>{t('pairBridge.button.program')}</p> : null}
      <Countdown endsAtMs={endsAtMs} />
      <div className={styles.ways}>
        <Button onClick={() => back && go(back)}>{t('common.cancel')}</Button>
      </div>
    </>
  )
}
