/** In the popup's menu: softer light, or the light back while a look is on. */
import { useTranslation } from 'react-i18next'
import { showing } from '../../../../electron/core/lights/whatShows.ts'
import { MenuItem } from '../../../design/Menu.tsx'
import '../../../text/roomText.ts'
import { useLights } from '../useLights.ts'
import { useRoomDoings } from './useRoomDoings.ts'

export default function LightsItem() {
  const { t } = useTranslation()
  const view = useLights()
  const doings = useRoomDoings()
  if (!view || !(view.isAllowed || view.isSimulated)) return null
  return showing(view) ? (
    <MenuItem onChoose={doings.giveBack}>{t('room.menu.giveBack')}</MenuItem>
  ) : (
    <MenuItem onChoose={doings.soften}>{t('room.menu.soften')}</MenuItem>
  )
}
