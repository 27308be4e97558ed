/** Talking in the large window: the earlier talks at hand, the open one beside them. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { BesideTalk } from '../../features/care/BesideTalk.tsx'
import { QuickExit } from '../../features/care/QuickExit.tsx'
import { EarlierTalks } from '../../features/chat/EarlierTalks.tsx'
import { EmptyTalk, NoModelYet } from '../../features/chat/EmptyTalk.tsx'
import { Talk } from '../../features/chat/Talk.tsx'
import { TalkFoot } from '../../features/chat/TalkFoot.tsx'
import { useConversations } from '../../features/chat/useConversations.ts'
import type { TalkChoice } from '../../features/chat/useOpenTalk.ts'
import { useClient } from '../../watch.ts'
import { goTo } from '../places.ts'
import styles from './HomeWindow.module.css'

export function TalkPlace({ choice }: { choice: TalkChoice }) {
  const { t } = useTranslation()
  const client = useClient()
  const { talk, begin, open, openAgain, onKnown } = choice

  const title = useConversations()?.find(({ id }) => id === talk.conversationId)?.title ?? null

  function stopHere() {
    if (talk.isKnown) void client.chat.stop({ conversationId: talk.conversationId }).catch(() => {})
    begin()
  }

  return (
    <div className={styles.talks}>
      <aside className={styles.list} aria-label={t('earlier.title')}>
        <EarlierTalks
          openId={talk.isKnown ? talk.conversationId : null}
          onOpen={open}
          onGone={begin}
          head={
            <div className={styles.listHead}>
              <h2>{t('earlier.title')}</h2>
              <Button onClick={begin}>{t('home.newTalk')}</Button>
            </div>
          }
        />
      </aside>
      <main className={styles.talk} aria-label={t('home.talk')}>
        <h1 className="unseen">{title ?? t('home.talk')}</h1>
        <QuickExit
          conversationId={talk.conversationId}
          window="home"
          onLeave={() => {
            begin()
            goTo('pauses')
          }}
        />
        <Talk
          talk={talk}
          onKnown={onKnown}
          empty={<EmptyTalk />}
          noModel={<NoModelYet />}
          above={<BesideTalk onOpenTalk={openAgain} onStop={stopHere} />}
          foot={<TalkFoot onStopHere={stopHere} />}
        />
      </main>
    </div>
  )
}
