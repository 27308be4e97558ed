/** How much talk is enough for a day, set by the person, and how often Lull says again what it is. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BalanceView } from '../../../electron/contract/balance.ts'
import { Choice } from '../../design/Choice.tsx'
import { NumberField } from '../../design/NumberField.tsx'
import { Row, Section } from '../../design/Page.tsx'
import { useSaidChange, useSettings } from '../settings/useSettings.ts'
import type { DayWords } from '../stress/dayWords.ts'
import styles from './Balance.module.css'
import { minutesWords } from './weekWords.ts'

const offered = [15, 30, 60]
const hours = [1, 2, 3]
/** As in the contract (`talkLimitMinutes`). */
const LEAST_MINUTES = 10
const MOST_MINUTES = 480
/** Where one's own begins when there was no limit. */
const FIRST_OWN_MINUTES = 45
const STEP_MINUTES = 5

export function LimitsSection({ today, words }: { today: BalanceView['today']; words: DayWords }) {
  const { t } = useTranslation()
  const settings = useSettings()
  const { change, failure } = useSaidChange()
  if (!settings) return null
  return (
    <Section title={t('balance.limits.title')} about={t('balance.limits.about')}>
      {failure ? (
        <p className={styles.wrong} role="alert">
          {t('balance.limits.notSaved', { reason: t(`errors.${failure}`) })}
        </p>
      ) : null}
      <div>
        <LimitRow
          limit={settings.talkLimitMinutes}
          about={todayWords(today, words)}
          onLimit={(talkLimitMinutes) => change({ talkLimitMinutes })}
        />
        <Row label={t('balance.limits.notice')} about={t('balance.limits.noticeAbout')}>
          <Choice
            label={t('balance.limits.notice')}
            value={String(settings.noticeHours)}
            options={hours.map((count) => ({
              value: String(count),
              label: t('balance.limits.hours', { count }),
            }))}
            placeholder=""
            onChoose={(noticeHours) => change({ noticeHours: Number(noticeHours) })}
          />
        </Row>
      </div>
    </Section>
  )
}

interface LimitRowProps {
  limit: number | null
  about: string
  onLimit: (minutes: number | null) => void
}

function LimitRow({ limit, about, onLimit }: LimitRowProps) {
  const { t } = useTranslation()
  const [wantsOwn, setWantsOwn] = useState(false)
  const isOwn = limit !== null && (wantsOwn || !offered.includes(limit))
  function choose(value: string) {
    setWantsOwn(value === 'own')
    if (value === 'own') onLimit(limit ?? FIRST_OWN_MINUTES)
    else onLimit(value === 'off' ? null : Number(value))
  }
  return (
    <Row label={t('balance.limits.limit')} about={about}>
      {isOwn ? (
        <NumberField
          label={t('balance.limits.ownLabel')}
          value={limit}
          min={LEAST_MINUTES}
          max={MOST_MINUTES}
          step={STEP_MINUTES}
          unit={t('balance.limits.unit')}
          less={t('balance.limits.less')}
          more={t('balance.limits.more')}
          onChange={onLimit}
        />
      ) : null}
      <Choice
        label={t('balance.limits.limit')}
        value={isOwn ? 'own' : String(limit ?? 'off')}
        options={[
          { value: 'off', label: t('balance.limits.off') },
          ...offered.map((count) => ({
            value: String(count),
            label: t('balance.limits.minutes', { count }),
          })),
          { value: 'own', label: t('balance.limits.own') },
        ]}
        placeholder=""
        onChoose={choose}
      />
    </Row>
  )
}

function todayWords({ minutes, limitMinutes }: BalanceView['today'], words: DayWords): string {
  const { t } = words
  if (minutes === 0) return t('balance.limits.todayNone')
  const used = minutesWords(minutes, words)
  if (limitMinutes === null) return t('balance.limits.today', { used })
  const limit = minutesWords(limitMinutes, words)
  return minutes > limitMinutes
    ? t('balance.limits.reached', { used, limit })
    : t('balance.limits.todayOf', { used, limit })
}
