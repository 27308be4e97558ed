/** How a device stands, in sentences that say what to do. */
import { useTranslation } from 'react-i18next'
import type { DeviceView } from '../../../electron/contract/devices.ts'

export function usePhaseWords(): (phase: DeviceView['phase']) => string {
  const { t } = useTranslation()
  return (phase) => {
    if (phase.phase === 'failed') return t(`devices.failure.${phase.failure}`)
    if (phase.phase === 'connected' && phase.protocol !== null) {
      return t('devices.phase.connectedBy', { protocol: phase.protocol })
    }
    return t(`devices.phase.${phase.phase}`)
  }
}
