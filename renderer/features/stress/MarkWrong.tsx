/** "I was on a treadmill": a stretch leaves what counts as usual, and says why. */
import { RadioGroup } from '@base-ui/react/radio-group'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WrongStretch } from '../../../electron/contract/stress.ts'
import { Button } from '../../design/Button.tsx'
import { minuteOfTimeField, timeFieldText } from '../../design/clock.ts'
import { RadioSign } from '../../design/RadioSign.tsx'
import { Sheet } from '../../design/Sheet.tsx'
import { errorCode, useClient } from '../../watch.ts'
import { momentOfDay, type TimeWindow } from './dayClock.ts'
import type { DayWords } from './dayWords.ts'
import styles from './MarkWrong.module.css'

export interface MarkWrongProps {
  bounds: TimeWindow
  stretch: TimeWindow
  words: DayWords
  onMarked: (stretch: WrongStretch) => void
  onClose: () => void
}

type What = WrongStretch['what']
const kinds: What[] = ['body', 'work', 'all']
const MOST_NOTE = 120

export default function MarkWrong({ bounds, stretch, words, onMarked, onClose }: MarkWrongProps) {
  const { t } = useTranslation()
  const client = useClient()
  const [from, setFrom] = useState(() => timeFieldText(words.minuteOfDay(stretch.fromMs)))
  const [to, setTo] = useState(() => timeFieldText(words.minuteOfDay(stretch.toMs)))
  const [what, setWhat] = useState<What>('all')
  const [note, setNote] = useState('')
  const [failure, setFailure] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const times = timesOf(from, to, bounds, words)
    if (times === null) return setFailure(t('today.wrong.badTimes'))
    try {
      const saved = await client.stress.markWrong({
        id: crypto.randomUUID(),
        ...times,
        what,
        note: note.trim(),
      })
      onMarked(saved)
      onClose()
    } catch (error) {
      setFailure(t('today.wrong.failed', { reason: t(`errors.${errorCode(error)}`) }))
    }
  }

  return (
    <Sheet title={t('today.wrong.title')} onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <p className={styles.small}>{t('today.wrong.about')}</p>
        <div className={styles.times}>
          <TimeField label={t('today.wrong.from')} value={from} onChange={setFrom} />
          <TimeField label={t('today.wrong.to')} value={to} onChange={setTo} />
        </div>
        <WhatField what={what} onChoose={setWhat} />
        <label className={styles.field}>
          {t('today.wrong.note')}
          <input
            type="text"
            maxLength={MOST_NOTE}
            placeholder={t('today.wrong.noteExample')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        {failure === null ? null : <p role="alert">{failure}</p>}
        <div className={styles.doing}>
          <Button look="filled" type="submit">
            {t('today.wrong.save')}
          </Button>
          <Button look="plain" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

/** Both typed times as moments of the day; null when the end is not after the beginning. */
export function timesOf(from: string, to: string, bounds: TimeWindow, words: DayWords): TimeWindow | null {
  const [first, last] = [minuteOfTimeField(from), minuteOfTimeField(to)]
  if (first === null || last === null) return null
  const fromMs = momentOfDay(bounds, first, words.minuteOfDay)
  const toMs = momentOfDay(bounds, last, words.minuteOfDay)
  // The day ends at the time it begins, so an end at 04:00 is its end.
  const endMs = toMs === bounds.fromMs ? bounds.toMs : toMs
  return endMs > fromMs ? { fromMs, toMs: endMs } : null
}

interface TimeFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
}

function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <label className={styles.field}>
      {label}
      <input type="time" required value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  )
}

function WhatField({ what, onChoose }: { what: What; onChoose: (what: What) => void }) {
  const { t } = useTranslation()
  const labelId = useId()
  return (
    <div className={styles.what}>
      <p id={labelId}>{t('today.wrong.what')}</p>
      <RadioGroup
        className={styles.kinds}
        aria-labelledby={labelId}
        value={what}
        onValueChange={(value) => onChoose(value as What)}
      >
        {kinds.map((kind) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control.
          <label key={kind} className={styles.kind}>
            <RadioSign value={kind} />
            {t(`today.wrong.kind.${kind}`)}
          </label>
        ))}
      </RadioGroup>
    </div>
  )
}
