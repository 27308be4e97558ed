/** Switches the strain signal off or on, and says so when that did not work. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorCode } from '../../watch.ts'
import { useChangeSettings } from '../settings/useSettings.ts'

export function useStrainSwitch() {
  const { t } = useTranslation()
  const change = useChangeSettings()
  const [failure, setFailure] = useState<string | null>(null)
  async function turn(strainOn: boolean): Promise<void> {
    setFailure(null)
    try {
      await change({ strainOn })
    } catch (error) {
      setFailure(t('today.wrong.failed', { reason: t(`errors.${errorCode(error)}`) }))
    }
  }
  return { turn, failure }
}
