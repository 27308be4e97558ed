/** A hard moment: a light to breathe with at once, the room to come back to, people to call, and a plain way out. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import '../../../text/exercisesText.ts'
import { OpenPlaceProvider, useOpenPlace } from '../../../windows/places.ts'
import { useCountryHelp } from '../../safety/useCountryHelp.ts'
import { useExercises } from '../useExercises.ts'
import { PanicBreath } from './PanicBreath.tsx'
import { PanicGround } from './PanicGround.tsx'
import { PanicNumbers, PanicPeople } from './PanicPeople.tsx'
import styles from './PanicView.module.css'
import { ownBreath, ownSenses, panicBreath, panicSteps } from './panicExercises.ts'
import { useEscapeLeaves } from './useEscapeLeaves.ts'

const ways = ['breathe', 'ground', 'people'] as const
type Way = (typeof ways)[number]

export interface PanicViewProps {
  onLeave: () => void
}

export default function PanicView({ onLeave }: PanicViewProps) {
  const { t } = useTranslation()
  const [way, setWay] = useState<Way>('breathe')
  const listed = useExercises().data?.exercises ?? []
  const help = useCountryHelp(null)
  // What has begun stays, whatever arrives meanwhile.
  const [breath] = useState(() => panicBreath(listed) ?? ownBreath(t))
  const [steps] = useState(() => panicSteps(listed) ?? ownSenses(t))
  const openPlace = useOpenPlace()
  const place = useRef<HTMLDivElement>(null)
  useEscapeLeaves(place, onLeave)
  useEffect(() => place.current?.focus({ preventScroll: true }), [])

  return (
    <OpenPlaceProvider
      value={(...chosen) => {
        onLeave()
        openPlace(...chosen)
      }}
    >
      <div ref={place} className={styles.view} role="dialog" aria-label={t('panicDoor.open')} tabIndex={-1}>
        <main className={styles.main} data-way={way}>
          <h1 className="unseen">{t('panicDoor.open')}</h1>
          <Button look="plain" className={styles.leave ?? ''} onClick={onLeave}>
            {t('panic.leave')}
          </Button>
          <div className={styles.way}>
            {way === 'breathe' ? <PanicBreath exercise={breath} /> : null}
            {way === 'ground' ? <PanicGround exercise={steps} /> : null}
            {way === 'people' ? <PanicPeople help={help} /> : null}
          </div>
          <fieldset className={styles.ways}>
            <legend className="unseen">{t('panic.ways')}</legend>
            {ways.map((one) => (
              <button
                key={one}
                type="button"
                className={styles.wayButton}
                aria-pressed={one === way}
                onClick={() => setWay(one)}
              >
                {t(`panic.${one}`)}
              </button>
            ))}
          </fieldset>
          {way === 'people' ? null : <PanicNumbers help={help} />}
        </main>
      </div>
    </OpenPlaceProvider>
  )
}
