/** Says something to a screen reader, politely and once. */
import { useEffect, useState } from 'react'

export function Told({ children }: { children: string }) {
  const [said, setSaid] = useState('')
  // A region speaks of what changes in it, not of what it is born with.
  useEffect(() => setSaid(children), [children])
  return (
    <div role="status" className="unseen">
      {said}
    </div>
  )
}
