/** The large window: a rail of places, and the place itself. */
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Lamp } from '../../design/Lamp.tsx'
import { useLamp } from '../../features/chat/useLamp.ts'
import { useOpenTalk } from '../../features/chat/useOpenTalk.ts'
import { CheckinButton } from '../../features/checkins/CheckinButton.tsx'
import { CheckinDoor } from '../../features/checkins/CheckinDoor.tsx'
import { CheckinLine } from '../../features/checkins/CheckinLine.tsx'
import { PanicButton } from '../../features/exercises/panic/PanicButton.tsx'
import { PanicDoor } from '../../features/exercises/panic/PanicDoor.tsx'
import { SensingMark } from '../../features/presence/SensingSign.tsx'
import { LinkNotice } from '../LinkNotice.tsx'
import { goTo, type OpenPlace, OpenPlaceProvider, type Place, usePlace, useWithin } from '../places.ts'
import { useFirstScreen } from '../welcome/useFirstScreen.ts'
import { WelcomeNotice } from '../welcome/WelcomeNotice.tsx'
import styles from './HomeWindow.module.css'
import { TalkPlace } from './TalkPlace.tsx'

const BreakHere = lazy(() => import('../../features/breaks/live/BreakHere.tsx'))
const TourCard = lazy(async () => ({
  default: (await import('../../features/breaks/tour/TourCard.tsx')).TourCard,
}))
const LightsHere = lazy(() => import('../../features/lights/here/LightsHere.tsx'))
const TodayPage = lazy(() => import('../../features/stress/TodayPage.tsx'))
const PausesPage = lazy(() => import('../../features/breaks/PausesPage.tsx'))
const ExercisesPage = lazy(() => import('../../features/exercises/ExercisesPage.tsx'))
const LightsPage = lazy(() => import('../../features/lights/LightsPage.tsx'))
const PeoplePage = lazy(() => import('../../features/care/PeoplePage.tsx'))
const SensingPage = lazy(() => import('../../features/presence/SensingPage.tsx'))
const SoundHere = lazy(() => import('../../features/sound/SoundHere.tsx'))
const ModelsPage = lazy(() => import('../../features/models/ModelsPage.tsx'))
const SettingsPage = lazy(() => import('../../features/settings/SettingsPage.tsx'))
const ProtocolPage = lazy(() => import('../../features/safety/ProtocolPage.tsx'))

const upper: Place[] = ['talk', 'today', 'pauses', 'exercises', 'lights', 'people']
const lower: Place[] = ['sensing', 'models', 'settings', 'protocol']

/** Where the tour of the first days is offered: above what it is about. The settings of pauses have it as well. */
function useTourOffered(): boolean {
  const place = usePlace()
  const within = useWithin(place)
  return (place === 'today' || place === 'pauses') && within.length === 0
}

export default function HomeWindow() {
  return (
    <OpenPlaceProvider value={openPlace}>
      <PanicDoor>
        <HomePlaces />
      </PanicDoor>
    </OpenPlaceProvider>
  )
}

function HomePlaces() {
  const { t } = useTranslation()
  const place = usePlace()
  const isTourOffered = useTourOffered()
  const first = useFirstScreen()
  const choice = useOpenTalk()
  const lamp = useLamp(choice.talk.conversationId)
  const stage = useRef<HTMLDivElement>(null)
  useTopOfPlace(stage, place)

  if (first === null) return null
  if (first === 'welcome') {
    return (
      <div className={styles.welcome}>
        <WelcomeNotice />
      </div>
    )
  }
  const link = (name: Place) => (
    <a
      key={name}
      href={`#/${name}`}
      className={styles.place}
      aria-current={name === place ? 'page' : undefined}
    >
      {t(`home.${name}`)}
      {name === 'sensing' ? <SensingMark /> : null}
    </a>
  )
  return (
    <CheckinDoor>
      <div className={styles.home}>
        <nav className={styles.rail} aria-label={t('home.label')}>
          <p className={styles.brand}>
            <Lamp state={lamp} />
            {t('common.lull')}
          </p>
          {upper.map(link)}
          <div className={styles.checkin}>
            <CheckinButton />
          </div>
          <PanicButton look="words" />
          <div className={styles.space} />
          <Suspense>
            <SoundHere />
          </Suspense>
          {lower.map(link)}
        </nav>
        <div ref={stage} className={styles.stage}>
          <LinkNotice />
          <CheckinLine place="page" />
          <Suspense>
            <BreakHere window="home" />
            <LightsHere window="home" conversationId={place === 'talk' ? choice.talk.conversationId : null} />
          </Suspense>
          <div className={styles.tour}>
            <Suspense>{isTourOffered ? <TourCard /> : null}</Suspense>
          </div>
          <Suspense>
            {place === 'talk' ? <TalkPlace choice={choice} /> : null}
            {place === 'today' ? <TodayPage /> : null}
            {place === 'pauses' ? <PausesPage /> : null}
            {place === 'exercises' ? <ExercisesPage /> : null}
            {place === 'lights' ? <LightsPage /> : null}
            {place === 'people' ? <PeoplePage /> : null}
            {place === 'sensing' ? <SensingPage /> : null}
            {place === 'models' ? <ModelsPage /> : null}
            {place === 'settings' ? <SettingsPage /> : null}
            {place === 'protocol' ? <ProtocolPage /> : null}
          </Suspense>
        </div>
      </div>
    </CheckinDoor>
  )
}

const openPlace: OpenPlace = (place, ...within) => goTo(place, ...within)

/** Another place begins at its top. */
function useTopOfPlace(stage: React.RefObject<HTMLDivElement | null>, place: Place): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what changes.
  useEffect(() => {
    stage.current?.querySelector('main')?.scrollTo({ top: 0 })
  }, [stage, place])
}
