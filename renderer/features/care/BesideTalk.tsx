/** The one quiet thing above the field: a talk that was left, a hard moment to come back to, what Lull is, or else what is given. */
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import '../../text/careText.ts'
import { useOpenPlace } from '../../windows/places.ts'
import { AboutLull } from './AboutLull.tsx'
import { CheckBackCard } from './CheckBackCard.tsx'
import { LeftTalk } from './LeftTalk.tsx'
import { useCare } from './useCare.ts'
import { useLeftTalk } from './useLeftTalk.ts'
import { useSaidAnswer } from './useSaidAnswer.ts'

export interface BesideTalkProps {
  onOpenTalk: (conversationId: string) => void
  /** Puts the talk down, and the window with it where that is possible. */
  onStop: () => void
  children?: ReactNode
}

export function BesideTalk({ onOpenTalk, onStop, children = null }: BesideTalkProps) {
  const place = useRef<HTMLDivElement>(null)
  const card = useCard(onOpenTalk, onStop)
  useBackToField(place)
  return (
    <>
      <div ref={place} role="status">
        {card}
      </div>
      {card ? null : children}
    </>
  )
}

function useCard(onOpenTalk: BesideTalkProps['onOpenTalk'], onStop: () => void): ReactNode {
  const care = useCare()
  const openPlace = useOpenPlace()
  const [left] = useLeftTalk()
  const { said, answer, done } = useSaidAnswer(onOpenTalk)
  const checkBack = care?.checkBack ?? null
  if (left !== null) return <LeftTalk conversationId={left} onOpenTalk={onOpenTalk} />
  if (checkBack || said) {
    return <CheckBackCard checkBack={checkBack} said={said} onAnswer={answer} onDone={done} />
  }
  if (care?.notice) return <AboutLull notice={care.notice} onOpenPlace={openPlace} onStop={onStop} />
  return null
}

/** A card that goes away while it has the keyboard hands it to the field. */
function useBackToField(place: React.RefObject<HTMLElement | null>): void {
  const had = place.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (!had || document.activeElement !== document.body) return
    place.current?.parentElement?.querySelector('textarea')?.focus()
  })
}
