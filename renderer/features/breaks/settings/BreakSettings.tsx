/** Everything a person can choose about pauses. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../../electron/contract/settings.ts'
import { Button } from '../../../design/Button.tsx'
import { BackSign } from '../../../design/icons.tsx'
import { Page } from '../../../design/Page.tsx'
import '../../../text/breakSettingsText.ts'
import { HomeAssistantSection } from '../../homeAssistant/HomeAssistantSection.tsx'
import { useSettings } from '../../settings/useSettings.ts'
import { ArmsSection } from './ArmsSection.tsx'
import styles from './BreakSettings.module.css'
import { CommandsSection } from './CommandsSection.tsx'
import { HoursSection } from './HoursSection.tsx'
import { KindsSection } from './KindsSection.tsx'
import { LimitsSection } from './LimitsSection.tsx'
import { OffersSection } from './OffersSection.tsx'
import { RhythmSection } from './RhythmSection.tsx'
import { SoundSection } from './SoundSection.tsx'
import { TourSection } from './TourSection.tsx'
import { type Breaks, useBreakEdit } from './useBreakEdit.ts'

export default function BreakSettings() {
  const { t } = useTranslation()
  const settings = useSettings()
  const edits = useBreakEdit()
  const title = useTitle(settings)
  if (!settings) return null
  const { breaks, breakSound, breakCommands, homeAssistant } = settings
  const { failure } = edits

  const back = (
    <p>
      <a href="#/pauses" className={styles.back}>
        <BackSign />
        {t('breakSettings.back')}
      </a>
    </p>
  )
  return (
    <Page title={title} above={back}>
      {failure ? (
        <p role="alert" className={styles.wrong}>
          {t('breakSettings.notSaved', { reason: t(`errors.${failure}`) })}
        </p>
      ) : null}
      <Jump />
      <OffersSection breaks={breaks} edits={edits} />
      <RhythmSection settings={settings} edits={edits} />
      <KindsSection breaks={breaks} edits={edits} />
      <HoursSection breaks={breaks} edits={edits} />
      <LimitsSection settings={settings} edits={edits} />
      <ArmsSection breaks={breaks} edits={edits} />
      <SoundSection sound={breakSound} edits={edits} />
      <CommandsSection commands={breakCommands} edits={edits} />
      <HomeAssistantSection settings={homeAssistant} onEdit={edits.edit} />
      <TourSection />
    </Page>
  )
}

function useTitle(settings: Settings | undefined): string {
  const { t } = useTranslation()
  if (!settings) return ''
  const { isOn, rhythm }: Breaks = settings.breaks
  if (!isOn) return t('breakSettings.title.off')
  if (rhythm.by === 'need') return t('breakSettings.title.need', { minutes: settings.breakTargetMinutes })
  const count = rhythm.times.length
  return count === 0 ? t('breakSettings.title.fixedNone') : t('breakSettings.title.fixed', { count })
}

const jumps = ['offers', 'rhythm', 'kinds', 'hours', 'limits', 'arms', 'sound', 'commands', 'tour'] as const

/** The page is long, and each of its parts has a name. */
function Jump() {
  const { t } = useTranslation()
  const nav = useRef<HTMLElement>(null)
  const names = jumps.flatMap((part) => {
    const name = t(`breakSettings.${part}.title`)
    return part === 'tour' ? [t('homeAssistant.title'), name] : [name]
  })
  function go(name: string) {
    const page = nav.current?.closest('main')
    const part = [...(page?.querySelectorAll('section') ?? [])].find(
      (one) => one.getAttribute('aria-label') === name,
    )
    part?.scrollIntoView({ block: 'start' })
    // The keyboard goes along.
    part?.setAttribute('tabindex', '-1')
    part?.focus({ preventScroll: true })
  }
  return (
    <nav ref={nav} className={styles.jump} aria-label={t('breakSettings.jump')}>
      {names.map((name) => (
        <Button key={name} onClick={() => go(name)}>
          {name}
        </Button>
      ))}
    </nav>
  )
}
