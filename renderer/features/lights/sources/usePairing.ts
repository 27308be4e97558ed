/** Waits with the engine for the button; whoever stops looking stops the waiting. */
import { useEffect, useRef, useState } from 'react'
import { errorCode, useClient } from '../../../watch.ts'
import type { BridgeDriver, Seen } from './bridgeSteps.ts'
import type { Trouble } from './failures.ts'

export type PairingEnd = { paired: true; sourceId: string } | { paired: false; trouble: Trouble }

/** @returns until when the button counts; null while nobody listens for it yet. */
export function usePairing(
  driver: BridgeDriver,
  seen: Seen,
  onEnd: (end: PairingEnd) => void,
): number | null {
  const client = useClient()
  const [endsAtMs, setEndsAtMs] = useState<number | null>(null)
  const newest = useRef(onEnd)
  newest.current = onEnd

  useEffect(() => {
    const abort = new AbortController()
    const { bridgeId, host, port, sha256 } = seen
    const end = (how: PairingEnd) => {
      if (!abort.signal.aborted) newest.current(how)
    }
    async function follow(): Promise<PairingEnd> {
      const request = { driver, bridgeId, host, port, sha256 }
      for await (const now of await client.lights.pair(request, { signal: abort.signal })) {
        if (abort.signal.aborted) break
        if (now.step === 'paired') return { paired: true, sourceId: now.sourceId }
        if (now.step === 'failed') return { paired: false, trouble: { failure: now.failure } }
        setEndsAtMs(now.endsAtMs)
      }
      return { paired: false, trouble: { failure: 'cancelled' } }
    }
    follow().then(end, (error: unknown) => end({ paired: false, trouble: { error: errorCode(error) } }))
    return () => abort.abort()
  }, [client, driver, seen])
  return endsAtMs
}
