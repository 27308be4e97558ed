/** The one check-in of a window: whatever leads to it opens the same sheet. */
import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from 'react'

// The sheet is read when it is first asked for, so that a window opens as fast as without it.
const CheckinSheet = lazy(() => import('./CheckinSheet.tsx'))

const OpenCheckinContext = createContext<() => void>(() => {})

/** Opens the check-in of the window this is part of. */
export const useOpenCheckin = (): (() => void) => useContext(OpenCheckinContext)

export function CheckinDoor({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const open = useMemo(() => () => setOpen(true), [])
  return (
    <OpenCheckinContext.Provider value={open}>
      {children}
      {isOpen ? (
        <Suspense>
          <CheckinSheet onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </OpenCheckinContext.Provider>
  )
}
