/** When pauses are offered at all: whenever the person works, or in working hours of their own. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../design/Page.tsx'
import { useLanguage } from '../../../text/amounts.ts'
import { Cards } from './Cards.tsx'
import { DayRow } from './DayRow.tsx'
import { Holidays } from './Holidays.tsx'
import { weekdayWords } from './minutes.ts'
import type { BreakSectionProps } from './OffersSection.tsx'
import { useRemoved } from './useRemoved.ts'
import { type DayHours, usualHours, type WorkHours, weekdayOrder, withDays } from './workHours.ts'

export function HoursSection({ breaks, edits }: BreakSectionProps) {
  const { t } = useTranslation()
  const removed = useRemoved()
  const { hours } = breaks
  // Hours that were typed come back when the person turns to them again.
  const last = useRef<WorkHours | null>(null)
  if (hours) last.current = hours

  const bringBack = () => edits.editBreaks((now) => ({ hours: now.hours ?? last.current ?? usualHours() }))
  function choose(which: 'always' | 'own') {
    if (which === 'own') return bringBack()
    edits.editBreaks(() => ({ hours: null }))
    removed(t('breakSettings.hours.dropped'), bringBack)
  }

  return (
    <>
      <Section title={t('breakSettings.hours.title')} about={t('breakSettings.hours.about')}>
        <Cards
          label={t('breakSettings.hours.label')}
          value={hours ? 'own' : 'always'}
          options={(['always', 'own'] as const).map((value) => ({
            value,
            name: t(`breakSettings.hours.${value}`),
            about: t(`breakSettings.hours.${value}About`),
          }))}
          onChoose={choose}
        />
        {hours ? <Week hours={hours} edits={edits} /> : null}
      </Section>
      {hours ? <Holidays holidays={hours.holidays} edits={edits} /> : null}
    </>
  )
}

function Week({ hours, edits }: { hours: WorkHours; edits: BreakSectionProps['edits'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const removed = useRemoved()
  const [open, setOpen] = useState<number | null>(null)
  const order = weekdayOrder(language)
  const day = (weekday: number) => hours.weekdays[weekday] ?? { ranges: [], breaks: [] }

  const put = (days: ReadonlyMap<number, DayHours>) =>
    edits.editBreaks((now) => (now.hours ? { hours: withDays(now.hours, days) } : {}))

  function copy(from: number, to: readonly number[]) {
    const before = new Map(to.map((weekday) => [weekday, day(weekday)]))
    put(new Map(to.map((weekday) => [weekday, structuredClone(day(from))])))
    const names = { day: weekdayWords(from, language), other: weekdayWords(to[0] ?? from, language) }
    const said = to.length > 1 ? 'copiedAll' : 'copied'
    removed(t(`breakSettings.hours.${said}`, names), () => put(before))
  }

  return (
    <ul>
      {order.map((weekday) => (
        <DayRow
          key={weekday}
          weekday={weekday}
          day={day(weekday)}
          others={order
            .filter((other) => other !== weekday)
            .map((other) => ({ weekday: other, day: day(other) }))}
          isOpen={open === weekday}
          onOpen={(isOpen) => setOpen(isOpen ? weekday : null)}
          onChange={(how) =>
            edits.editBreaks((now) =>
              now.hours
                ? {
                    hours: withDays(
                      now.hours,
                      new Map([[weekday, how(now.hours.weekdays[weekday] ?? day(weekday))]]),
                    ),
                  }
                : {},
            )
          }
          onCopy={(to) => copy(weekday, to)}
        />
      ))}
    </ul>
  )
}
