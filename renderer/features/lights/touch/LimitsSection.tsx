/** How far Lull may go with a light, how often, and at which times. */
import { useTranslation } from 'react-i18next'
import { Row, Section } from '../../../design/Page.tsx'
import { TimeField } from '../../breaks/settings/TimeField.tsx'
import { NumberRow } from '../NumberRow.tsx'
import type { RoomViewProps } from '../RoomView.tsx'
import type { LightChoices } from '../ticks.ts'
import { SwitchRow } from './SwitchRow.tsx'
import styles from './Touch.module.css'

/** As in the contract. */
const CAP = { least: 0, most: 24, step: 1 }
const FLOOR = { least: 0, most: 100, step: 5 }
const FADE_SECONDS = { least: 1, most: 60, step: 1 }
/** What the times begin with: from the morning until late. */
const USUAL_TIMES = { startMinute: 7 * 60, endMinute: 23 * 60 }
const TENTH = 10

export function LimitsSection({ view, choices, words, edits }: RoomViewProps) {
  const { t } = useTranslation()
  return (
    <Section title={t('lights.touch.limits.title')}>
      <div>
        <Times times={choices.times} edits={edits} />
        <NumberRow
          label={t('lights.touch.limits.cap')}
          about={[
            t('lights.touch.limits.capAbout'),
            ...(view.looksToday > 0
              ? [t('lights.touch.limits.today', { n: words.number(view.looksToday) })]
              : []),
          ].join(' ')}
          value={choices.mostLooksADay}
          span={CAP}
          unit={t('lights.touch.limits.capUnit')}
          onChange={(mostLooksADay) => edits.edit(() => ({ mostLooksADay }))}
        />
        <NumberRow
          label={t('lights.touch.limits.floor')}
          about={t('lights.touch.limits.floorAbout')}
          value={Math.round(choices.leastBrightness)}
          span={FLOOR}
          unit={t('lights.tune.percentUnit')}
          onChange={(leastBrightness) => edits.edit(() => ({ leastBrightness }))}
        />
        {choices.leastBrightness < TENTH || choices.mayBeDimAtWork ? (
          <SwitchRow
            label={t('lights.touch.limits.dimAtWork')}
            about={t('lights.touch.limits.dimAtWorkAbout')}
            on={choices.mayBeDimAtWork}
            onSwitch={(mayBeDimAtWork) => edits.edit(() => ({ mayBeDimAtWork }))}
          />
        ) : null}
        <NumberRow
          label={t('lights.touch.limits.fade')}
          about={t('lights.touch.limits.fadeAbout')}
          value={Math.round(choices.fadeMs / 1000)}
          span={FADE_SECONDS}
          unit={t('lights.tune.secondsUnit')}
          onChange={(seconds) => edits.edit(() => ({ fadeMs: seconds * 1000 }))}
        />
      </div>
    </Section>
  )
}

type Times = NonNullable<LightChoices['times']>

function Times({ times, edits }: { times: LightChoices['times']; edits: RoomViewProps['edits'] }) {
  const { t } = useTranslation()
  const change = (part: Partial<Times>) =>
    edits.edit((now) => (now.times === null ? {} : { times: { ...now.times, ...part } }))
  return (
    <>
      <SwitchRow
        label={t('lights.touch.limits.times')}
        about={times === null ? t('lights.touch.limits.always') : t('lights.touch.limits.timesAbout')}
        on={times !== null}
        onSwitch={(on) => edits.edit(() => ({ times: on ? USUAL_TIMES : null }))}
      />
      {times === null ? null : (
        <Row
          label={t('lights.touch.limits.from')}
          about={times.startMinute === times.endMinute ? t('lights.touch.limits.never') : undefined}
        >
          <TimeField
            minute={times.startMinute}
            label={t('lights.touch.limits.from')}
            onChange={(startMinute) => change({ startMinute })}
          />
          <span className={styles.small}>{t('lights.touch.limits.until')}</span>
          <TimeField
            minute={times.endMinute}
            label={t('lights.touch.limits.until')}
            onChange={(endMinute) => change({ endMinute })}
          />
        </Row>
      )}
    </>
  )
}
