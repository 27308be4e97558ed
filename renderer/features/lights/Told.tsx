/** What has to be said besides: why the last wish changed nothing or not everywhere, and what holds right now. */
import { useTranslation } from 'react-i18next'
import type { LightsView } from '../../../electron/contract/lights.ts'
import styles from './Lights.module.css'
import { capitalised, type LightWords, lookName } from './lightWords.ts'
import { RefusedList } from './RefusedList.tsx'
import { refusalOf } from './refusedWish.ts'

type ToldView = NonNullable<LightsView['told']>

const withheldCodes = ['trial', 'daily_cap', 'hourly'] as const

/** Null: no more is known than that it did. */
function toldWords({ what, look, why }: ToldView, words: LightWords): string | null {
  const { t } = words
  const named = { look: lookName(look, words) }
  if (what === 'allOff') return t('lights.told.allOff', named)
  if (what === 'nothing') return t('lights.told.nothing', named)
  if (what === 'refused' && why === 'disk_full') return t('errors.DISK_FULL')
  if (what === 'refused') {
    const because = refusalOf(why)
    return because ? t(`room.refused.${because}`) : null
  }
  const code = withheldCodes.find((one) => one === why)
  return code ? t(`lights.told.withheld.${code}`) : t('lights.log.withheldOther', named)
}

export function Told({ view, words }: { view: LightsView; words: LightWords }) {
  const { told } = view
  if (told === null) return null
  const said = toldWords(told, words)
  const refused = told.refused.map((one) => ({
    ...one,
    name: view.lamps.find(({ id }) => id === one.lampId)?.name ?? one.lampId,
  }))
  // Lamps nobody ticked were never meant.
  const meant = refused.filter(({ rule }) => rule !== 'not_chosen')
  if (said === null && meant.length === 0) return null
  return (
    <div className={styles.note} role="status">
      <p>
        {said ??
          words.t('lights.told.some', { count: meant.length, n: capitalised(words.counted(meant.length)) })}
      </p>
      <RefusedList refused={meant} words={words} />
    </div>
  )
}

/** What holds for all looks now, whether or not one runs. */
export function Notes({ view, isTrialOn }: { view: LightsView; isTrialOn: boolean }) {
  const { t } = useTranslation()
  const isSomeoneThere = view.sources.some(({ phase }) => phase.phase === 'connected')
  const notes = view.sources.flatMap(({ title, phase, gaveUp }) => {
    if (phase.phase === 'failed') return isSomeoneThere ? [t('lights.note.sourceAway', { title })] : []
    return gaveUp ? [t('lights.note.gaveUp', { title })] : []
  })
  const isLeft = view.isSimulated || view.isAllowed
  if (view.isAfterSunset && isLeft) notes.push(t('lights.note.sunset'))
  if (isTrialOn && view.isAllowed) notes.push(t('lights.note.trialOn'))
  return notes.map((note) => (
    <p key={note} className={styles.small}>
      {note}
    </p>
  ))
}
