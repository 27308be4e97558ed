/** What Lull may touch, how far and when, and what the light answers; each change is saved at once. */
import type { RoomViewProps } from '../RoomView.tsx'
import { AnswersSection } from './AnswersSection.tsx'
import { BedtimeSection } from './BedtimeSection.tsx'
import { LampsSection } from './LampsSection.tsx'
import { LeaveSection } from './LeaveSection.tsx'
import { LimitsSection } from './LimitsSection.tsx'
import { SunSection } from './SunSection.tsx'

export function TouchView(props: RoomViewProps) {
  return (
    <>
      <LeaveSection {...props} />
      <LampsSection {...props} />
      <AnswersSection {...props} />
      <BedtimeSection {...props} />
      <LimitsSection {...props} />
      <SunSection {...props} />
    </>
  )
}
