/** Lights: the room as it is, and what Lull may do with it. */
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LightsView } from '../../../electron/contract/lights.ts'
import { Page } from '../../design/Page.tsx'
import { useLasting } from '../../design/times.ts'
import '../../text/lightsText.ts'
import '../../text/todayText.ts'
import { useWithin } from '../../windows/places.ts'
import { useSettings } from '../settings/useSettings.ts'
import { useToday } from '../stress/useDay.ts'
import styles from './Lights.module.css'
import { LogView } from './LogView.tsx'
import { hrefOf, type LightsPart, lightsViews, partOf, type Shown, shownAt } from './lightsAddress.ts'
import { lightsSentence, sourcesSentence } from './lightsSentence.ts'
import type { LightWords } from './lightWords.ts'
import { RoomView } from './RoomView.tsx'
import { Said } from './Said.tsx'
import type { LightChoices } from './ticks.ts'
import { TouchView } from './touch/TouchView.tsx'
import { touchSentence } from './touch/touchSentence.ts'
import { useLightEdit } from './useLightEdit.ts'
import { useLights } from './useLights.ts'
import { useLightWords } from './useLightWords.ts'
import { logSentence, useLog } from './useLog.ts'

const SourcesSection = lazy(() => import('./sources/SourcesSection.tsx'))
const TrialSection = lazy(() => import('./trial/TrialSection.tsx'))
const SoundSection = lazy(() => import('../sound/SoundSection.tsx'))

/** A shorter wait is not worth a word. */
const SAID_AFTER_MS = 700

export default function LightsPage() {
  const { t } = useTranslation()
  const shown = shownAt(useWithin('lights'))
  const view = useLights()
  const choices = useSettings()?.lights
  const words = useLightWords()
  const isLong = useLasting(view === undefined, SAID_AFTER_MS)
  if (view && choices) return <Parts {...{ shown, view, choices, words }} />
  return (
    <Page
      title={isLong ? t('lights.waiting') : <span className="unseen">{t('lights.title')}</span>}
      above={<Bar view={shown.view} />}
    />
  )
}

interface PartsProps {
  shown: Shown
  view: LightsView
  choices: LightChoices
  words: LightWords
}

function Parts({ shown, view, choices, words }: PartsProps) {
  const { t } = useTranslation()
  const edits = useLightEdit()
  const today = useToday().data?.workDay ?? null
  const log = useLog(shown.view === 'log' ? shown : null, today, view)
  const titles: Record<LightsPart, () => string> = {
    room: () => lightsSentence(view, words),
    touch: () => touchSentence(view, choices, words),
    sources: () => sourcesSentence(view, words),
    trial: () => t('lights.lede.trial'),
    log: () => logSentence(log, words),
  }
  return (
    <Page title={<Said text={titles[shown.view]()} />} above={<Bar view={shown.view} />}>
      {edits.failure ? (
        <p role="alert" className={styles.wrong}>
          {t('lights.touch.notSaved', { reason: t(`errors.${edits.failure}`) })}
        </p>
      ) : null}
      {shown.view === 'room' ? <RoomView {...{ view, choices, words, edits }} /> : null}
      {shown.view === 'touch' ? <TouchView {...{ view, choices, words, edits }} /> : null}
      {shown.view === 'log' ? <LogView log={log} words={words} /> : null}
      <Suspense>
        {shown.view === 'room' ? <SoundSection /> : null}
        {shown.view === 'sources' ? <SourcesSection /> : null}
        {shown.view === 'trial' ? <TrialSection /> : null}
      </Suspense>
    </Page>
  )
}

function Bar({ view }: { view: LightsPart }) {
  const { t } = useTranslation()
  const bar = useRef<HTMLElement>(null)
  // Another part begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the part is what changes.
  useEffect(() => {
    bar.current?.closest('main')?.scrollTo({ top: 0 })
  }, [view])
  return (
    <nav ref={bar} className={styles.bar} aria-label={t('lights.nav.label')}>
      {lightsViews.map((part) => (
        <a
          key={part}
          className={styles.part}
          href={hrefOf(partOf(part))}
          aria-current={part === view ? 'page' : undefined}
        >
          {t(`lights.nav.${part}`)}
        </a>
      ))}
    </nav>
  )
}
