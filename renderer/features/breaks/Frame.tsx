/**
 * The page around every view of pauses. It stays while views change, so that the keyboard keeps its place on the arrows
 * above; each view brings its own sentence.
 */
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import page from '../../design/Page.module.css'
import { useLasting } from '../../design/times.ts'
import { errorCode } from '../../watch.ts'

export interface FrameProps {
  above: ReactNode
  /** Whoever came by a link that is gone now begins here with the keyboard. */
  takesFocus?: boolean
  children: ReactNode
}

export function Frame({ above, takesFocus = false, children }: FrameProps) {
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    const page = main.current
    if (!takesFocus || page === null || document.activeElement !== document.body) return
    page.dataset.placed = ''
    page.focus({ preventScroll: true })
    page.addEventListener('blur', () => delete page.dataset.placed, { once: true })
  }, [takesFocus])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it.
    <main ref={main} className={page.page} tabIndex={0}>
      <div className={page.column}>
        {above}
        {children}
      </div>
    </main>
  )
}

export function Lede({ children }: { children: ReactNode }) {
  return <h1 className={page.lede}>{children}</h1>
}

/** A shorter wait is not worth a word. */
const SAID_AFTER_MS = 700

/** The heading is there for screen readers at once, and for the eye only when it takes long. */
export function Waiting() {
  const { t } = useTranslation()
  const isLong = useLasting(true, SAID_AFTER_MS)
  return <Lede>{isLong ? t('pauses.waiting') : <span className="unseen">{t('pauses.title')}</span>}</Lede>
}

export function Failed({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { t } = useTranslation()
  return (
    <p role="alert">
      {t(`errors.${errorCode(error)}`)}{' '}
      <Button look="plain" onClick={onAgain}>
        {t('pauses.again')}
      </Button>
    </p>
  )
}
