/** Whether the notice comes first. For a moment nobody knows, and then nothing is better than the wrong screen. */
import { useLasting } from '../../design/times.ts'
import { useSettings } from '../../features/settings/useSettings.ts'

/** After this long without an engine the talk is shown, where it says that the engine is away. */
const unknownForMs = 600

export function useFirstScreen(): 'welcome' | 'talk' | null {
  const settings = useSettings()
  const isLate = useLasting(settings === undefined, unknownForMs)
  if (settings) return settings.noticeAcceptedAt === null ? 'welcome' : 'talk'
  return isLate ? 'talk' : null
}
