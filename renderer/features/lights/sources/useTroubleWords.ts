/** What went wrong, in sentences that say what to do. */
import { useTranslation } from 'react-i18next'
import type { LightDriver } from '../../../../electron/contract/lights.ts'
import { isBrokerFailure, type LightsTrouble, type Trouble } from './failures.ts'

export function useFailureWords(): (failure: LightsTrouble, driver: LightDriver) => string {
  const { t } = useTranslation()
  return (failure, driver) =>
    driver === 'mqttLights' && isBrokerFailure(failure)
      ? t(`lightSources.brokerFailure.${failure}`)
      : t(`lightSources.failure.${failure}`)
}

export function useTroubleWords(): (trouble: Trouble) => string {
  const { t } = useTranslation()
  const words = useFailureWords()
  return (trouble) =>
    'failure' in trouble
      ? words(trouble.failure, 'hue')
      : t('pairBridge.failed', { reason: t(`errors.${trouble.error}`) })
}
