/** A talk: everything said, what is coming, and the place to write. The same in the popup and in the home window. */
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { DownSign } from '../../design/icons.tsx'
import { errorCode, type PageErrorCode, useClient } from '../../watch.ts'
import { useSaidInTalk } from '../lights/here/saidInTalk.ts'
import { useSoftenSaid } from '../lights/here/useSoftenSaid.ts'
import { Composer } from './Composer.tsx'
import { FailureLine, OutgoingItem } from './Failures.tsx'
import { MessageItem } from './MessageItem.tsx'
import { ReplyComing } from './ReplyComing.tsx'
import { SpokenReply } from './SpokenReply.tsx'
import styles from './Talk.module.css'
import { type OpenTalk, useConversation } from './useConversation.ts'
import { useStickToBottom } from './useStickToBottom.ts'

const LightsSaid = lazy(() => import('../lights/here/LightsSaid.tsx'))

export interface TalkProps {
  talk: OpenTalk
  /** The engine has this talk now. */
  onKnown: (conversationId: string) => void
  /** Shown while nothing was said yet. */
  empty: ReactNode
  /** Shown beneath the words when there is no model to answer. */
  noModel: ReactNode
  /** A line above the field, such as a question that may be passed by; a hard moment goes without. */
  above?: ReactNode
  foot: ReactNode
}

export function Talk({ talk, onKnown, empty, noModel, above, foot }: TalkProps) {
  const { t } = useTranslation()
  const client = useClient()
  const { view, isLoading, outgoing, send, sendAgain, takeBack, stop, tryAgain } = useConversation(talk)
  const said = useSaidInTalk(talk.conversationId)
  const hearLightWish = useSoftenSaid(talk.conversationId)
  const [refused, setRefused] = useState<PageErrorCode | null>(null)
  const below = useRef<HTMLDivElement>(null)
  const isReplying = view.reply !== null
  const isEmpty = view.messages.length === 0 && outgoing.length === 0 && !isLoading
  const { scrollRef, contentRef, isAtBottom, isScrolled, toBottom } = useStickToBottom(
    talk.conversationId,
    isEmpty,
  )
  const last = view.messages.at(-1)
  const needsCare = last?.author === 'lull' && last.care !== null

  useStopKeys(isReplying, () => void stop().catch(() => {}))

  async function say(text: string) {
    setRefused(null)
    toBottom()
    const messageId = crypto.randomUUID()
    if (!(await send(text, messageId))) return
    onKnown(talk.conversationId)
    void hearLightWish(text, messageId)
  }

  function answerAgain() {
    setRefused(null)
    toBottom()
    // The button that was pressed goes away, and the keyboard must not go with it.
    below.current?.querySelector('textarea')?.focus()
    tryAgain().catch((error: unknown) => setRefused(errorCode(error)))
  }

  const canTryAgain = !isReplying && last?.author === 'lull' && last.source === 'model'
  return (
    <div className={styles.talk}>
      <section
        ref={scrollRef}
        className={styles.scroll}
        data-scrolled={isScrolled || undefined}
        aria-label={t('talk.words')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard.
        tabIndex={0}
      >
        <div ref={contentRef} className={styles.content}>
          {isEmpty ? empty : null}
          {isEmpty ? null : (
            <ol className={styles.messages}>
              {view.messages.map((message) => (
                <MessageItem
                  key={message.id}
                  message={message}
                  onTryAgain={canTryAgain && message === last ? answerAgain : null}
                  isExplained={view.failure !== null && message === last}
                  below={
                    said?.messageId === message.id ? (
                      <Suspense>
                        <LightsSaid said={said} />
                      </Suspense>
                    ) : null
                  }
                />
              ))}
              {outgoing.map((message) => (
                <OutgoingItem
                  key={message.id}
                  message={message}
                  onSendAgain={() => sendAgain(message).then((sent) => sent && onKnown(talk.conversationId))}
                  onTakeBack={() => takeBack(message)}
                />
              ))}
              {view.reply ? <ReplyComing reply={view.reply} /> : null}
            </ol>
          )}
          {view.failure ? (
            <FailureLine
              code={view.failure.code}
              hasPart={last?.status === 'cut' && last.text !== ''}
              onTryAgain={answerAgain}
              noModel={noModel}
            />
          ) : null}
          {refused ? <p className={styles.note}>{t(`errors.${refused}`)}</p> : null}
        </div>
      </section>
      <SpokenReply key={talk.conversationId} view={view} />
      <div ref={below} className={styles.below}>
        {isAtBottom ? null : (
          <Button className={styles.newest} onClick={toBottom}>
            <DownSign />
            {t('talk.newest')}
          </Button>
        )}
        {needsCare ? null : above}
        <Composer
          key={talk.conversationId}
          conversationId={talk.conversationId}
          placeholder={needsCare ? t('composer.stillHere') : t('composer.placeholder')}
          isReplying={isReplying}
          onSend={say}
          onStop={() => void stop().catch(() => {})}
          onBegin={() => void client.models.wake().catch(() => {})}
        />
        {foot}
      </div>
    </div>
  )
}

/** Ctrl or Cmd with a full stop, from anywhere in the window. */
function useStopKeys(isReplying: boolean, stop: () => void): void {
  useEffect(() => {
    if (!isReplying) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '.' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      stop()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
}
