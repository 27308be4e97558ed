/** How Lull knows that the sun has set: by the clock, or by a place the person types. */
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usualSun } from '../../../../electron/core/lights/sun.ts'
import { Button } from '../../../design/Button.tsx'
import { Row, Section } from '../../../design/Page.tsx'
import { Cards } from '../../breaks/settings/Cards.tsx'
import { TimeField } from '../../breaks/settings/TimeField.tsx'
import { placeOf, placeText } from '../placeText.ts'
import type { RoomViewProps } from '../RoomView.tsx'
import type { LightChoices } from '../ticks.ts'
import styles from './Touch.module.css'

type Sun = LightChoices['sun']
const KINDS = ['clock', 'place'] as const

export function SunSection({ view, choices, words, edits }: RoomViewProps) {
  const { t } = useTranslation()
  const { sun } = choices
  // A place is only chosen once it has been typed.
  const [wants, setWants] = useState<Sun['kind'] | null>(null)
  const kind = wants ?? sun.kind
  useEffect(() => setWants((now) => (now === sun.kind ? null : now)), [sun.kind])
  function choose(next: Sun['kind']) {
    setWants(next === sun.kind ? null : next)
    // Whoever comes back from a place that was never typed finds their own times again.
    if (next === 'clock') {
      edits.edit((now) => (now.sun.kind === 'clock' ? {} : { sun: { kind: 'clock', ...usualSun } }))
    }
  }
  return (
    <Section title={t('lights.touch.sun.title')} about={t('lights.touch.sun.about')}>
      <Cards
        label={t('lights.touch.sun.label')}
        value={kind}
        options={KINDS.map((value) => ({
          value,
          name: t(`lights.touch.sun.${value}`),
          about: t(`lights.touch.sun.${value}About`),
        }))}
        onChoose={choose}
      />
      {kind === 'place' ? <PlaceForm sun={sun} edits={edits} /> : null}
      {kind === 'clock' && sun.kind === 'clock' ? <ClockRows sun={sun} edits={edits} /> : null}
      {kind === sun.kind ? (
        <p className={styles.small} role="status">
          {sunWords(view, sun, words)}
        </p>
      ) : null}
    </Section>
  )
}

function sunWords({ sun, isAfterSunset }: RoomViewProps['view'], source: Sun, words: RoomViewProps['words']) {
  const { t, clock } = words
  const now = t(isAfterSunset ? 'lights.touch.sun.isAfter' : 'lights.touch.sun.isBefore')
  if (source.kind === 'clock') return now
  if (sun === null) return t('lights.touch.sun.polar')
  const times = { sunrise: clock(sun.sunriseAtMs), sunset: clock(sun.sunsetAtMs) }
  return `${t('lights.touch.sun.today', times)} ${now}`
}

function ClockRows({ sun, edits }: { sun: Sun & { kind: 'clock' }; edits: RoomViewProps['edits'] }) {
  const { t } = useTranslation()
  const change = (part: Partial<typeof usualSun>) =>
    edits.edit((now) => (now.sun.kind === 'clock' ? { sun: { ...now.sun, ...part } } : {}))
  return (
    <div>
      <Row label={t('lights.touch.sun.sunset')}>
        <TimeField
          minute={sun.sunsetMinute}
          label={t('lights.touch.sun.sunset')}
          onChange={(sunsetMinute) => change({ sunsetMinute })}
        />
      </Row>
      <Row label={t('lights.touch.sun.sunrise')}>
        <TimeField
          minute={sun.sunriseMinute}
          label={t('lights.touch.sun.sunrise')}
          onChange={(sunriseMinute) => change({ sunriseMinute })}
        />
      </Row>
    </div>
  )
}

function PlaceForm({ sun, edits }: { sun: Sun; edits: RoomViewProps['edits'] }) {
  const { t } = useTranslation()
  const known = sun.kind === 'place' ? placeText(sun) : ''
  const [typed, setTyped] = useState(known)
  const [isWrong, setWrong] = useState(false)
  const [fieldId, wrongId] = [useId(), useId()]
  useEffect(() => setTyped(known), [known])

  function save(event: FormEvent) {
    event.preventDefault()
    const place = placeOf(typed)
    setWrong(place === null)
    if (place !== null) edits.edit(() => ({ sun: { kind: 'place', ...place } }))
  }
  return (
    <form className={styles.place} onSubmit={save}>
      <label htmlFor={fieldId}>{t('lights.touch.sun.field')}</label>
      <div className={styles.form}>
        <input
          id={fieldId}
          className={styles.field}
          autoComplete="off"
          maxLength={60}
          aria-invalid={isWrong || undefined}
          aria-describedby={wrongId}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{t('lights.touch.sun.save')}</Button>
      </div>
      <p id={wrongId} className={isWrong ? styles.wrong : styles.small} role={isWrong ? 'alert' : undefined}>
        {t(isWrong ? 'lights.touch.sun.wrong' : 'lights.touch.sun.fieldAbout')}
      </p>
    </form>
  )
}
