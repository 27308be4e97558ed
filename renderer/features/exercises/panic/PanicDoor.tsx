/** The door to help in a hard moment: what lies behind it is fetched ahead, so that it opens at once, whatever else fails. */
import {
  type ComponentType,
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { CoveredProvider } from '../../../design/covered.ts'
import { usePanicLights } from '../../lights/here/usePanicLights.ts'
import styles from './PanicDoor.module.css'
import { PanicSupply } from './PanicSupply.tsx'
import type { PanicViewProps } from './PanicView.tsx'
import { useIdle } from './useIdle.ts'
import { usePanicWish } from './usePanicWish.ts'

let loaded: ComponentType<PanicViewProps> | null = null
const load = async () => {
  const { default: view } = await import('./PanicView.tsx')
  loaded = view
  return { default: view }
}
const LateView = lazy(load)

const OpenPanicContext = createContext<() => void>(() => {})

/** Opens the door of the window this is part of. */
export const useOpenPanic = (): (() => void) => useContext(OpenPanicContext)

export function PanicDoor({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const isIdle = useIdle()
  const cameFrom = useRef<Element | null>(null)
  const open = useMemo(
    () => () => {
      cameFrom.current = document.activeElement
      setOpen(true)
    },
    [],
  )
  usePanicLights(isOpen)
  usePanicWish({ open, stepAside: () => setOpen(false) })
  useEffect(() => {
    // If it cannot be read now, it is asked for again when it is needed.
    if (isIdle) void load().catch(() => {})
  }, [isIdle])

  function leave() {
    setOpen(false)
    // Only once what lies below can be reached again.
    const back = cameFrom.current
    setTimeout(() => back instanceof HTMLElement && back.focus())
  }

  const View = loaded ?? LateView
  return (
    <OpenPanicContext.Provider value={open}>
      <div className={styles.below} inert={isOpen}>
        <CoveredProvider value={isOpen}>{children}</CoveredProvider>
      </div>
      {isIdle ? <PanicSupply /> : null}
      {isOpen ? (
        <Suspense fallback={<Soon />}>
          <View onLeave={leave} />
        </Suspense>
      ) : null}
    </OpenPanicContext.Provider>
  )
}

function Soon() {
  const { t } = useTranslation()
  return <p className={styles.soon}>{t('care.localEmergency')}</p>
}
