/** The small window from the tray: a talk, and nothing that is not needed for it. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { BackSign, MoreSign } from '../../design/icons.tsx'
import { Lamp } from '../../design/Lamp.tsx'
import { Menu, MenuItem, MenuLine } from '../../design/Menu.tsx'
import { BesideTalk } from '../../features/care/BesideTalk.tsx'
import { QuickExit } from '../../features/care/QuickExit.tsx'
import { EarlierTalks } from '../../features/chat/EarlierTalks.tsx'
import { EmptyTalk, NoModelYet } from '../../features/chat/EmptyTalk.tsx'
import { Talk } from '../../features/chat/Talk.tsx'
import { TalkFoot } from '../../features/chat/TalkFoot.tsx'
import { useLamp } from '../../features/chat/useLamp.ts'
import { useOpenTalk } from '../../features/chat/useOpenTalk.ts'
import { CheckinButton } from '../../features/checkins/CheckinButton.tsx'
import { CheckinDoor, useOpenCheckin } from '../../features/checkins/CheckinDoor.tsx'
import { CheckinLine } from '../../features/checkins/CheckinLine.tsx'
import { useCheckinWish } from '../../features/checkins/useCheckinWish.ts'
import { PanicButton } from '../../features/exercises/panic/PanicButton.tsx'
import { PanicDoor } from '../../features/exercises/panic/PanicDoor.tsx'
import { SensingSign } from '../../features/presence/SensingSign.tsx'
import { useClient } from '../../watch.ts'
import { askToClose } from '../closing.ts'
import { useFreeEscape } from '../escape.ts'
import { LinkNotice } from '../LinkNotice.tsx'
import { type OpenPlace, OpenPlaceProvider } from '../places.ts'
import { useFirstScreen } from '../welcome/useFirstScreen.ts'
import { WelcomeNotice } from '../welcome/WelcomeNotice.tsx'
import styles from './PopupWindow.module.css'

// What a pause needs comes after the talk is there.
const BreakHere = lazy(() => import('../../features/breaks/live/BreakHere.tsx'))
const LightsHere = lazy(() => import('../../features/lights/here/LightsHere.tsx'))
const LightsItem = lazy(() => import('../../features/lights/here/LightsItem.tsx'))

export function PopupWindow() {
  const client = useClient()
  const first = useFirstScreen()
  // Esc hides the popup, unless something that lies over it takes the key for itself.
  useFreeEscape(askToClose)

  const openPlace: OpenPlace = (...names) => {
    const place = names.join('/')
    // Without a shell there is no other window: this tab becomes the home window.
    client.shell.openHome({ place }).catch(() => window.location.assign(`?window=home#/${place}`))
  }

  return (
    <OpenPlaceProvider value={openPlace}>
      <PanicDoor>
        <div className={styles.popup}>
          {first === 'welcome' ? <WelcomeNotice /> : null}
          {first === 'talk' ? (
            <CheckinDoor>
              <PopupTalk openPlace={openPlace} />
            </CheckinDoor>
          ) : null}
        </div>
      </PanicDoor>
    </OpenPlaceProvider>
  )
}

function PopupTalk({ openPlace }: { openPlace: OpenPlace }) {
  const { t } = useTranslation()
  const client = useClient()
  const { talk, begin, open, openAgain, onKnown } = useOpenTalk()
  const [view, setView] = useState<'talk' | 'earlier'>('talk')
  const lamp = useLamp(talk.conversationId)
  const openCheckin = useOpenCheckin()
  useWakeOnShow()
  useCheckinWish(openCheckin)
  useNewTalkWish(() => {
    begin()
    setView('talk')
  })

  function stopHere() {
    if (talk.isKnown) void client.chat.stop({ conversationId: talk.conversationId }).catch(() => {})
    begin()
  }

  return (
    <>
      <header className={styles.bar}>
        {view === 'earlier' ? (
          <Button look="icon" aria-label={t('common.back')} onClick={() => setView('talk')}>
            <BackSign />
          </Button>
        ) : (
          <Lamp state={lamp} />
        )}
        <h1 className={styles.name}>{view === 'earlier' ? t('earlier.title') : t('common.lull')}</h1>
        <CheckinButton />
        <PanicButton look="sign" />
        <SensingSign onOpen={() => openPlace('sensing')} />
        <Menu label={t('menu.label')} sign={<MoreSign />}>
          <MenuItem
            onChoose={() => {
              stopHere()
              setView('talk')
            }}
          >
            {t('menu.newTalk')}
          </MenuItem>
          <MenuItem onChoose={() => setView('earlier')}>{t('earlier.title')}</MenuItem>
          <Suspense>
            <LightsItem />
          </Suspense>
          <MenuLine />
          <MenuItem onChoose={() => openPlace('today')}>{t('menu.today')}</MenuItem>
          <MenuItem onChoose={() => openPlace('people')}>{t('menu.people')}</MenuItem>
          <MenuItem onChoose={() => openPlace('models')}>{t('menu.models')}</MenuItem>
          <MenuItem onChoose={() => openPlace('settings')}>{t('menu.settings')}</MenuItem>
          <MenuItem onChoose={() => openPlace('protocol')}>{t('menu.protocol')}</MenuItem>
        </Menu>
      </header>
      <LinkNotice />
      <QuickExit
        conversationId={talk.conversationId}
        window="popup"
        onLeave={() => {
          begin()
          setView('talk')
          askToClose()
        }}
      />
      <Suspense>
        <BreakHere window="popup" />
        <LightsHere window="popup" conversationId={talk.conversationId} />
      </Suspense>
      <main className={styles.main}>
        {view === 'earlier' ? (
          <EarlierTalks
            openId={talk.isKnown ? talk.conversationId : null}
            onGone={begin}
            onOpen={(conversation) => {
              open(conversation)
              setView('talk')
            }}
          />
        ) : (
          <Talk
            talk={talk}
            onKnown={onKnown}
            empty={<EmptyTalk />}
            noModel={<NoModelYet />}
            above={
              <BesideTalk
                onOpenTalk={openAgain}
                onStop={() => {
                  stopHere()
                  askToClose()
                }}
              >
                <CheckinLine place="talk" />
              </BesideTalk>
            }
            foot={<TalkFoot onStopHere={stopHere} />}
          />
        )}
      </main>
    </>
  )
}

/** The tray's "New talk" comes as a change of the address, different each time. */
function useNewTalkWish(wish: () => void): void {
  const newest = useRef(wish)
  newest.current = wish
  useEffect(() => {
    const look = () => {
      if (window.location.hash.startsWith('#/new-')) newest.current()
    }
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
}

/** The model begins to wake when the popup comes up, so that it is ready when the words are. */
function useWakeOnShow(): void {
  const client = useClient()
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') void client.models.wake().catch(() => {})
    }
    wake()
    document.addEventListener('visibilitychange', wake)
    return () => document.removeEventListener('visibilitychange', wake)
  }, [client])
}
