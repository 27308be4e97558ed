/** What decides when a pause is offered: work without rest, or the clock. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../../electron/contract/settings.ts'
import { Section } from '../../../design/Page.tsx'
import { BreakTargetRow, PassiveScreenRow } from '../../presence/RestRules.tsx'
import { Cards } from './Cards.tsx'
import { FixedTimes } from './FixedTimes.tsx'
import { type FixedTime, timesOf, usualTimes } from './fixedTimes.ts'
import type { BreakEdit, Breaks } from './useBreakEdit.ts'

export interface RhythmSectionProps {
  settings: Settings
  edits: BreakEdit
}

export function RhythmSection({ settings, edits }: RhythmSectionProps) {
  const { t } = useTranslation()
  const { rhythm } = settings.breaks
  // Times that were typed are not lost by a look at the other way.
  const lastTimes = useRef<readonly FixedTime[]>(usualTimes)
  if (rhythm.by === 'fixed') lastTimes.current = rhythm.times

  const rhythmOf = (by: 'need' | 'fixed'): Breaks['rhythm'] =>
    by === 'need' ? { by } : { by, times: [...lastTimes.current] }
  const choose = (by: 'need' | 'fixed') =>
    edits.editBreaks((now) => ({ rhythm: now.rhythm.by === by ? now.rhythm : rhythmOf(by) }))

  const onChange = (patch: Partial<Settings>) => edits.edit(() => patch)
  return (
    <Section title={t('breakSettings.rhythm.title')} about={t('breakSettings.rhythm.both')}>
      <Cards
        label={t('breakSettings.rhythm.label')}
        value={rhythm.by}
        options={(['need', 'fixed'] as const).map((by) => ({
          value: by,
          name: t(`breakSettings.rhythm.${by}`),
          about: t(`breakSettings.rhythm.${by}About`),
        }))}
        onChoose={choose}
      />
      {rhythm.by === 'fixed' ? (
        <FixedTimes times={timesOf(rhythm)} kinds={settings.breaks.kinds} edits={edits} />
      ) : null}
      <div>
        {rhythm.by === 'need' ? <BreakTargetRow settings={settings} onChange={onChange} /> : null}
        <PassiveScreenRow settings={settings} onChange={onChange} />
      </div>
    </Section>
  )
}
