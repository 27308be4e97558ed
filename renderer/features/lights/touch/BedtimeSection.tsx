/** The light before bed: whether it goes down, when, and how long before. */
import { useTranslation } from 'react-i18next'
import { Row, Section } from '../../../design/Page.tsx'
import { TimeField } from '../../breaks/settings/TimeField.tsx'
import { NumberRow } from '../NumberRow.tsx'
import type { RoomViewProps } from '../RoomView.tsx'
import type { LightChoices } from '../ticks.ts'
import { SwitchRow } from './SwitchRow.tsx'
import styles from './Touch.module.css'

const MINUTES_PER_DAY = 1440
/** As in the contract. */
const BEFORE = { least: 10, most: 240, step: 10 }

export function BedtimeSection({ choices, words, edits }: RoomViewProps) {
  const { t } = useTranslation()
  const { isOn, bedMinute, beforeMinutes } = choices.windDown
  const change = (part: Partial<LightChoices['windDown']>) =>
    edits.edit(({ windDown }) => ({ windDown: { ...windDown, ...part } }))
  const begins = (bedMinute - beforeMinutes + MINUTES_PER_DAY) % MINUTES_PER_DAY
  return (
    <Section title={t('lights.touch.answers.bedtimeTitle')}>
      <div>
        <SwitchRow
          label={t('lights.touch.answers.bedtime')}
          about={t('lights.touch.answers.bedtimeAbout')}
          on={isOn}
          onSwitch={(on) => change({ isOn: on })}
        />
        {isOn ? (
          <>
            <Row label={t('lights.touch.answers.bed')}>
              <TimeField
                minute={bedMinute}
                label={t('lights.touch.answers.bed')}
                onChange={(next) => change({ bedMinute: next })}
              />
            </Row>
            <NumberRow
              label={t('lights.touch.answers.before')}
              value={beforeMinutes}
              span={BEFORE}
              unit={t('lights.touch.answers.beforeUnit')}
              onChange={(next) => change({ beforeMinutes: next })}
            />
            <p className={styles.small}>
              {t('lights.touch.answers.begins', { clock: words.clockMinute(begins) })}
            </p>
          </>
        ) : null}
      </div>
    </Section>
  )
}
