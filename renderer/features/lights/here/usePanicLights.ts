/** Behind the door of a hard moment the light gets softer as well, where Lull may touch it; nothing waits for it. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { LightsView } from '../../../../electron/contract/lights.ts'
import { showing } from '../../../../electron/core/lights/whatShows.ts'
import { useClient } from '../../../watch.ts'
import { useSettings } from '../../settings/useSettings.ts'

export function usePanicLights(isOpen: boolean): void {
  const client = useClient()
  const cache = useQueryClient()
  const isAllowed = useSettings()?.lights.isAllowed ?? false
  // biome-ignore lint/correctness/useExhaustiveDependencies: the door opens once, however settings change behind it.
  useEffect(() => {
    if (!isOpen || !isAllowed) return
    const view = cache.getQueryData<LightsView>(['lights'])
    if (view && showing(view)?.look === 'soften') return
    client.lights.apply({ look: 'soften', because: 'shortcut' }).catch(() => {})
  }, [isOpen])
}
