/** Which kinds of pause there are, how long each lasts, and when lunch is. */
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BREAK_KINDS, type BreakKind } from '../../../../electron/core/breaks/kinds.ts'
import { NumberField } from '../../../design/NumberField.tsx'
import { Row, Section } from '../../../design/Page.tsx'
import { Switch } from '../../../design/Switch.tsx'
import styles from './BreakSettings.module.css'
import { lengthOf, lengthUnits, shownLength } from './kindLength.ts'
import type { BreakSectionProps } from './OffersSection.tsx'
import { TimeField } from './TimeField.tsx'
import type { BreakEdit, Breaks } from './useBreakEdit.ts'

export function KindsSection({ breaks, edits }: BreakSectionProps) {
  const { t } = useTranslation()
  const { kinds, rhythm } = breaks
  const noneByNeed = rhythm.by === 'need' && !kinds.micro.isOn && !kinds.pause.isOn && !kinds.long.isOn
  return (
    <Section title={t('breakSettings.kinds.title')} about={t('breakSettings.kinds.about')}>
      <div>
        {BREAK_KINDS.map((kind) => (
          <Fragment key={kind}>
            <KindRow kind={kind} breaks={breaks} edits={edits} />
            {kind === 'lunch' && kinds.lunch.isOn ? <LunchRow lunch={breaks.lunch} edits={edits} /> : null}
          </Fragment>
        ))}
      </div>
      {noneByNeed ? <p className={styles.note}>{t('breakSettings.kinds.noneByNeed')}</p> : null}
    </Section>
  )
}

function KindRow({ kind, breaks, edits }: BreakSectionProps & { kind: BreakKind }) {
  const { t } = useTranslation()
  const { isOn, lengthMs } = breaks.kinds[kind]
  const { unit, min, max, step } = lengthUnits[kind]
  const name = t(`breakSettings.kind.${kind}`)
  const about =
    kind === 'endOfDay' && breaks.hours === null
      ? t('breakSettings.kinds.endOfDayAboutLong')
      : t(`breakSettings.kinds.${kind}About`)
  const change = (part: Partial<Breaks['kinds'][BreakKind]>) =>
    edits.editBreaks(({ kinds }) => ({ kinds: { ...kinds, [kind]: { ...kinds[kind], ...part } } }))
  const length = t('breakSettings.kinds.length', { name })
  return (
    <Row label={name} about={about}>
      <NumberField
        label={length}
        value={shownLength(kind, lengthMs)}
        min={min}
        max={max}
        step={step}
        unit={t(`breakSettings.kinds.${unit}`)}
        less={t('breakSettings.less', { name })}
        more={t('breakSettings.more', { name })}
        onChange={(shown) => change({ lengthMs: lengthOf(kind, shown) })}
      />
      <Switch
        label={t('breakSettings.kinds.switch', { name })}
        on={isOn}
        onSwitch={(next) => change({ isOn: next })}
      />
    </Row>
  )
}

function LunchRow({ lunch, edits }: { lunch: Breaks['lunch']; edits: BreakEdit }) {
  const { t } = useTranslation()
  const [isSame, setSame] = useState(false)
  function change(end: 'startMinute' | 'endMinute', minute: number) {
    const next = { ...lunch, [end]: minute }
    const isNever = next.startMinute === next.endMinute
    setSame(isNever)
    if (!isNever) edits.editBreaks((now) => ({ lunch: { ...now.lunch, [end]: minute } }))
  }
  return (
    <Row label={t('breakSettings.kinds.lunchWindow')}>
      <TimeField
        label={t('breakSettings.kinds.lunchFrom')}
        minute={lunch.startMinute}
        onChange={(minute) => change('startMinute', minute)}
      />
      <span aria-hidden="true">–</span>
      <TimeField
        label={t('breakSettings.kinds.lunchTo')}
        minute={lunch.endMinute}
        onChange={(minute) => change('endMinute', minute)}
      />
      {isSame ? (
        <p role="alert" className={styles.wrong}>
          {t('breakSettings.kinds.lunchSame')}
        </p>
      ) : null}
    </Row>
  )
}
