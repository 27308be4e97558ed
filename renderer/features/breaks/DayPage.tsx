/** A day of pauses: today with what comes next, or a day that is over. */
import { useSensing } from '../presence/useSensing.ts'
import { useSettings } from '../settings/useSettings.ts'
import { DayList } from './DayList.tsx'
import { Failed, Lede, Waiting } from './Frame.tsx'
import { useBreaks } from './live/useBreaks.ts'
import { NowDoing } from './NowDoing.tsx'
import { daySentenceOfPauses, nowSentence } from './nowSentence.ts'
import type { PauseWords } from './pauseWords.ts'
import { Said } from './Said.tsx'
import { usePauseDay } from './usePauses.ts'

export interface DayPageProps {
  day: number
  words: PauseWords
}

export function TodayOfPauses({ day, words }: DayPageProps) {
  const state = useBreaks()
  const settings = useSettings()
  const presence = useSensing() ?? null
  const { data, error, refetch } = usePauseDay(day, state)
  if (!state || !settings || (!data && !error)) return <Waiting />
  const entries = data?.entries ?? []
  const isByClock = settings.breaks.rhythm.by === 'fixed'
  return (
    <>
      <Lede>
        <Said parts={nowSentence({ state, entries, presence, isByClock }, words)} />
      </Lede>
      <NowDoing state={state} isSensingPaused={presence?.sensing.state === 'paused'} words={words} />
      {error ? <Failed error={error} onAgain={() => void refetch()} /> : null}
      {data ? <DayList {...data} isToday words={words} /> : null}
    </>
  )
}

export function DayOfPauses({ day, words }: DayPageProps) {
  const { data, error, refetch } = usePauseDay(day, undefined)
  if (!data && !error) return <Waiting />
  return (
    <>
      <Lede>{data ? daySentenceOfPauses(data.entries, words) : words.date(day)}</Lede>
      {error ? <Failed error={error} onAgain={() => void refetch()} /> : null}
      {data ? <DayList key={day} {...data} isToday={false} words={words} /> : null}
    </>
  )
}
