/** Shows one nudge on purpose; in a call it waits until that is over, and goes on waiting while the tour does. */
import { ORPCError } from '@orpc/client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { errorCode, type PageErrorCode, useClient } from '../../../watch.ts'
import { useSensing } from '../../presence/useSensing.ts'
import { useBreaks } from '../live/useBreaks.ts'

export type Showing =
  | { state: 'notYet' }
  | { state: 'shown' }
  /** It was there, and is gone again. */
  | { state: 'over' }
  /** A call, a shared screen or a wish for quiet is in the way. */
  | { state: 'waits' }
  /** Another pause is open. */
  | { state: 'open' }
  | { state: 'failed'; code: PageErrorCode }

/** Where nothing tells that a call has ended, it is tried again so often. */
const TRY_AGAIN_MS = 15_000

export function useShowOne(): { showing: Showing; show: () => void } {
  const client = useClient()
  const [showing, setShowing] = useState<Showing>({ state: 'notYet' })
  const isWaiting = showing.state === 'waits'
  const show = useCallback(() => {
    client.breaks.showOnPurpose().then(
      () => setShowing({ state: 'shown' }),
      (error: unknown) => setShowing(refusedAs(error)),
    )
  }, [client])

  const isFree = useIsFree()
  const wasFree = useRef(isFree)
  useEffect(() => {
    const isFreed = isFree && !wasFree.current
    wasFree.current = isFree
    if (isWaiting && isFreed) show()
  }, [isWaiting, isFree, show])
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(show, TRY_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isWaiting, show])

  const isThere = useBreaks()?.offer?.because === 'tour'
  const wasThere = useRef(false)
  useEffect(() => {
    if (wasThere.current && !isThere) {
      setShowing((now) => (now.state === 'shown' ? { state: 'over' } : now))
    }
    wasThere.current = isThere
  }, [isThere])
  return { showing, show }
}

/** Nothing that is known speaks against it. */
function useIsFree(): boolean {
  const facts = useSensing()
  if (!facts) return false
  const { inCall, sharing, doNotDisturb, fullScreen } = facts
  return ![inCall, sharing, doNotDisturb, fullScreen].some(({ value }) => value === true)
}

function refusedAs(error: unknown): Showing {
  const code = errorCode(error)
  if (code !== 'BREAK_REFUSED') return { state: 'failed', code }
  const data: unknown = error instanceof ORPCError ? error.data : null
  const because = (data as { because?: unknown } | null)?.because
  return because === 'hushed' ? { state: 'waits' } : { state: 'open' }
}
