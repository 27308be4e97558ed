/** What is asked of the desktop's probe process: a process costs memory, so it is started only for what nobody else tells. */
import type { SensorId } from './sensor.ts'

export interface DesktopNeeds {
  wanted: ReadonlySet<SensorId>
  /** Somebody else already knows when input was last used. */
  hasOtherIdleSource: boolean
}

export function desktopWish({ wanted, hasOtherIdleSource }: DesktopNeeds): SensorId[] {
  const needsPresence = wanted.has('presence') && !hasOtherIdleSource
  return [
    ...(needsPresence ? (['presence'] as const) : []),
    ...(['screen', 'apps'] as const).filter((sensor) => wanted.has(sensor)),
  ]
}
