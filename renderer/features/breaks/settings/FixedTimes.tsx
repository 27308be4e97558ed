/** The times of the clock at which a pause is offered: added, turned into another kind, taken away. */
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import { Choice } from '../../../design/Choice.tsx'
import { minuteOfTimeField, minuteWords } from '../../../design/clock.ts'
import { CloseSign } from '../../../design/icons.tsx'
import { useLanguage } from '../../../text/amounts.ts'
import styles from './BreakSettings.module.css'
import {
  type FixedTime,
  MOST_TIMES,
  type TimedKind,
  type TimesAfter,
  timedKinds,
  timesOf,
  withoutTime,
  withTime,
} from './fixedTimes.ts'
import type { BreakEdit, Breaks } from './useBreakEdit.ts'
import { useRemoved } from './useRemoved.ts'

export interface FixedTimesProps {
  times: readonly FixedTime[]
  kinds: Breaks['kinds']
  edits: BreakEdit
}

export function FixedTimes({ times, kinds, edits }: FixedTimesProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const removed = useRemoved()
  const clock = (time: FixedTime) => minuteWords(time.minuteOfDay, language)

  /** Made to the times as they are by then; what does not fit any more is left out. */
  const change = (how: (now: FixedTime[]) => FixedTime[]) =>
    edits.editBreaks(({ rhythm }) => ({ rhythm: { by: 'fixed', times: how(timesOf(rhythm)) } }))
  const add = (time: FixedTime) =>
    change((now) => {
      const after = withTime(now, time)
      return 'times' in after ? after.times : now
    })
  function remove(time: FixedTime) {
    change((now) => withoutTime(now, time.minuteOfDay))
    removed(t('breakSettings.rhythm.removed', { clock: clock(time) }), () => add(time))
  }
  const turn = (time: FixedTime, kind: TimedKind) =>
    change((now) => now.map((one) => (one.minuteOfDay === time.minuteOfDay ? { ...one, kind } : one)))

  return (
    <section className={styles.stack} aria-label={t('breakSettings.rhythm.times')}>
      {times.length === 0 ? <p className={styles.small}>{t('breakSettings.rhythm.timesNone')}</p> : null}
      <ul className={styles.rows}>
        {times.map((time) => (
          <li key={time.minuteOfDay} className={styles.line}>
            <strong className={styles.clock}>{clock(time)}</strong>
            <KindChoice
              label={t('breakSettings.rhythm.kindOf', { clock: clock(time) })}
              kind={time.kind}
              onChoose={(kind) => turn(time, kind)}
            />
            <span className={`${styles.grows} ${styles.small}`}>
              {kinds[time.kind].isOn ? null : t('breakSettings.rhythm.kindOff')}
            </span>
            <Button
              look="icon"
              aria-label={t('breakSettings.rhythm.remove', { clock: clock(time) })}
              onClick={() => remove(time)}
            >
              <CloseSign />
            </Button>
          </li>
        ))}
      </ul>
      <NewTime times={times} onAdd={add} />
    </section>
  )
}

function NewTime({ times, onAdd }: { times: readonly FixedTime[]; onAdd: (time: FixedTime) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<TimedKind>('pause')
  const [problem, setProblem] = useState<Exclude<TimesAfter, { times: unknown }> | null>(null)
  const minuteOfDay = minuteOfTimeField(typed)

  function add(event: SyntheticEvent) {
    event.preventDefault()
    if (minuteOfDay === null) return
    const after = withTime(times, { minuteOfDay, kind })
    if ('problem' in after) return setProblem(after)
    setProblem(null)
    setTyped('')
    onAdd({ minuteOfDay, kind })
  }

  return (
    <form className={styles.stack} onSubmit={add}>
      <div className={styles.ways}>
        <input
          type="time"
          className={styles.field}
          aria-label={t('breakSettings.rhythm.time')}
          aria-invalid={problem ? true : undefined}
          value={typed}
          onChange={(event) => {
            setProblem(null)
            setTyped(event.target.value)
          }}
        />
        <KindChoice label={t('breakSettings.rhythm.kind')} kind={kind} onChoose={setKind} />
        <Button type="submit" disabled={minuteOfDay === null}>
          {t('breakSettings.rhythm.add')}
        </Button>
      </div>
      {problem ? (
        <p role="alert" className={styles.wrong}>
          {problem.problem === 'taken'
            ? t('breakSettings.rhythm.taken', {
                clock: minuteWords(problem.by.minuteOfDay, language),
                kind: t(`breakSettings.kind.${problem.by.kind}`),
              })
            : t('breakSettings.rhythm.many', { count: MOST_TIMES })}
        </p>
      ) : null}
    </form>
  )
}

interface KindChoiceProps {
  label: string
  kind: TimedKind
  onChoose: (kind: TimedKind) => void
}

function KindChoice({ label, kind, onChoose }: KindChoiceProps) {
  const { t } = useTranslation()
  return (
    <Choice
      label={label}
      value={kind}
      options={timedKinds.map((value) => ({ value, label: t(`breakSettings.kind.${value}`) }))}
      placeholder={t(`breakSettings.kind.${kind}`)}
      onChoose={onChoose}
    />
  )
}
