/** While a talk is private: a neutral name for the window, and a way to leave at once that says nothing about why. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationView } from '../../../electron/core/chat/conversation.ts'
import { Button } from '../../design/Button.tsx'
import '../../text/careText.ts'
import { useKept } from '../../watch.ts'
import { canHideWindow } from '../../windows/closing.ts'
import { conversationKey } from '../chat/outbox.ts'
import styles from './QuickExit.module.css'
import { useEraseTalk } from './useEraseTalk.ts'
import { useLeftTalk } from './useLeftTalk.ts'

export interface QuickExitProps {
  conversationId: string
  window: 'popup' | 'home'
  /** Takes the talk out of sight in the same moment. */
  onLeave: () => void
}

/** What was said stays readable, so the whole talk is private once one message of it is. */
function useIsPrivate(conversationId: string): boolean {
  const view = useKept<ConversationView>(conversationKey(conversationId))
  return view?.messages.some(({ isPrivate }) => isPrivate) ?? false
}

export function QuickExit({ conversationId, window: name, onLeave }: QuickExitProps) {
  const isPrivate = useIsPrivate(conversationId)
  const [left, setLeft] = useLeftTalk()
  useNeutralTitle(isPrivate || left !== null)
  if (!isPrivate) return null
  const leave = () => {
    setLeft(conversationId)
    onLeave()
  }
  return <ExitBar {...{ conversationId, leave, onLeave }} pressesToLeave={leavesAtOnce(name) ? 1 : 2} />
}

/** There Esc hides the window already, and a second one would never arrive. */
const leavesAtOnce = (name: 'popup' | 'home') => name === 'popup' && canHideWindow()

interface ExitBarProps {
  conversationId: string
  leave: () => void
  onLeave: () => void
  pressesToLeave: 1 | 2
}

function ExitBar({ conversationId, leave, onLeave, pressesToLeave }: ExitBarProps) {
  const { t } = useTranslation()
  const erase = useEraseTalk()
  useEscapeLeaves(pressesToLeave, leave)
  return (
    <section className={styles.bar} aria-label={t('quickExit.label')}>
      <Button onClick={leave}>{t('quickExit.leave')}</Button>
      <span className={styles.keys}>{t(pressesToLeave === 1 ? 'quickExit.once' : 'quickExit.twice')}</span>
      <Button
        look="plain"
        className={styles.erase}
        onClick={() => {
          onLeave()
          void erase(conversationId)
        }}
      >
        {t('quickExit.eraseFirst')}
      </Button>
    </section>
  )
}

/** Presses of Esc further apart than this have nothing to do with one another. */
const TOGETHER_MS = 1000

function useEscapeLeaves(presses: 1 | 2, leave: () => void): void {
  const newest = useRef(leave)
  newest.current = leave
  const lastAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.repeat) return
      const isSecond = event.timeStamp - lastAt.current <= TOGETHER_MS
      lastAt.current = event.timeStamp
      if (presses === 1 || isSecond) newest.current()
    }
    // While capturing: whoever leaves in a hurry waits for no menu to take the key first.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [presses])
}

/** The shell names its window after the page, so this is the name in the task bar too. */
function useNeutralTitle(isNeutral: boolean): void {
  const { t } = useTranslation()
  const neutral = t('quickExit.title')
  const usual = t('common.lull')
  useEffect(() => {
    if (!isNeutral) return
    document.title = neutral
    return () => {
      document.title = usual
    }
  }, [isNeutral, neutral, usual])
}
