/** How much Lull may say in a day, and how firmly. */
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../../electron/contract/settings.ts'
import { MOST_A_DAY, MOST_FROM_STRAIN } from '../../../../electron/core/breaks/breakSettings.ts'
import { Button } from '../../../design/Button.tsx'
import { NumberField } from '../../../design/NumberField.tsx'
import { Row, Section } from '../../../design/Page.tsx'
import { Switch } from '../../../design/Switch.tsx'
import styles from './BreakSettings.module.css'
import type { BreakEdit, Breaks } from './useBreakEdit.ts'

/** As in the contract (`mostPostpones`). */
const MOST_POSTPONES = 5

export interface LimitsSectionProps {
  settings: Settings
  edits: BreakEdit
}

export function LimitsSection({ settings, edits }: LimitsSectionProps) {
  const { t } = useTranslation()
  const { breaks, strainOn } = settings
  return (
    <Section title={t('breakSettings.limits.title')}>
      <div>
        <NumberRow
          name="mostADay"
          about={t('breakSettings.limits.mostADayAbout')}
          max={MOST_A_DAY}
          unit={t('breakSettings.limits.aDay')}
          breaks={breaks}
          edits={edits}
        />
        <NumberRow
          name="mostFromStrain"
          about={strainOn ? undefined : t('breakSettings.limits.strainOff')}
          max={MOST_FROM_STRAIN}
          unit={t('breakSettings.limits.aDay')}
          breaks={breaks}
          edits={edits}
        />
        <NumberRow
          name="mostPostpones"
          max={MOST_POSTPONES}
          unit={t('breakSettings.limits.times')}
          breaks={breaks}
          edits={edits}
        />
        <SwitchRow
          name="usesStrain"
          about={strainOn ? undefined : t('breakSettings.limits.strainOff')}
          breaks={breaks}
          edits={edits}
        />
        <SwitchRow name="learns" breaks={breaks} edits={edits} />
        <StrictRow isStrict={breaks.isStrict} edits={edits} />
      </div>
    </Section>
  )
}

interface LimitProps<Name extends keyof Breaks> {
  name: Name
  about?: string | undefined
  breaks: Breaks
  edits: BreakEdit
}

type Numbers = 'mostADay' | 'mostFromStrain' | 'mostPostpones'

function NumberRow(props: LimitProps<Numbers> & { max: number; unit: string }) {
  const { name, about, max, unit, breaks, edits } = props
  const { t } = useTranslation()
  const labelId = useId()
  const label = t(`breakSettings.limits.${name}`)
  return (
    <Row label={label} about={about} labelId={labelId}>
      <NumberField
        labelId={labelId}
        value={breaks[name]}
        min={0}
        max={max}
        unit={unit}
        less={t('breakSettings.less', { name: label })}
        more={t('breakSettings.more', { name: label })}
        onChange={(value) => edits.editBreaks(() => ({ [name]: value }))}
      />
    </Row>
  )
}

function SwitchRow({ name, about, breaks, edits }: LimitProps<'usesStrain' | 'learns'>) {
  const { t } = useTranslation()
  const labelId = useId()
  return (
    <Row
      label={t(`breakSettings.limits.${name}`)}
      about={about ?? t(`breakSettings.limits.${name}About`)}
      labelId={labelId}
    >
      <Switch
        labelId={labelId}
        on={breaks[name]}
        onSwitch={(on) => edits.editBreaks(() => ({ [name]: on }))}
      />
    </Row>
  )
}

/** Strict is explained before it holds; going back is one press. */
function StrictRow({ isStrict, edits }: { isStrict: boolean; edits: BreakEdit }) {
  const { t } = useTranslation()
  const labelId = useId()
  const [asks, setAsks] = useState(false)
  // Once it holds there is nothing left to ask.
  useEffect(() => {
    if (isStrict) setAsks(false)
  }, [isStrict])
  const set = (next: boolean) => edits.editBreaks(() => ({ isStrict: next }))
  return (
    <>
      <Row
        label={t('breakSettings.limits.strict')}
        about={isStrict ? t('breakSettings.limits.strictOn') : t('breakSettings.limits.strictAbout')}
        labelId={labelId}
      >
        <Switch
          labelId={labelId}
          on={isStrict}
          onSwitch={(on) => {
            setAsks(on && !isStrict)
            if (!on) set(false)
          }}
        />
      </Row>
      {asks && !isStrict ? (
        <div className={styles.ask}>
          <p role="status">{t('breakSettings.limits.strictAsk')}</p>
          <div className={styles.ways}>
            <Button autoFocus onClick={() => set(true)}>
              {t('breakSettings.limits.strictDo')}
            </Button>
            <Button look="plain" onClick={() => setAsks(false)}>
              {t('breakSettings.limits.strictLeave')}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  )
}
