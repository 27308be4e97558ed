/** One day on one page: a sentence, the line of the day, the scores, and what was marked as wrong. */
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckinRow } from '../../../electron/contract/checkins.ts'
import type { DaySums } from '../../../electron/contract/presence.ts'
import { MINUTES_KEPT_DAYS } from '../../../electron/core/presence/minuteRecord.ts'
import { Button } from '../../design/Button.tsx'
import { Page } from '../../design/Page.tsx'
import { useMinute } from '../../design/times.ts'
import { errorCode } from '../../watch.ts'
import { useSensing } from '../presence/useSensing.ts'
import { BeatsCard, DayBeatsCard } from './BeatsCard.tsx'
import styles from './Cards.module.css'
import { CheckinCard, DayScoreCards, WrongList } from './DayCards.tsx'
import { DayLine } from './DayLine.tsx'
import { dayFacts } from './dayFacts.ts'
import { daySentence, type SentencePart } from './daySentence.ts'
import type { DayWords } from './dayWords.ts'
import { dayLineModel } from './lineModel.ts'
import { NeedCard, StrainCard, UnknownCard } from './NowCards.tsx'
import { ProgramsCard } from './ProgramsCard.tsx'
import { useDay, useStressNow } from './useDay.ts'
import { useDaySheets } from './useDaySheets.tsx'

export interface DayViewProps {
  workDay: number
  todayDay: number
  above: ReactNode
  words: DayWords
  onHowWell: () => void
}

const noRows: CheckinRow[] = []

export default function DayView(props: DayViewProps) {
  const { workDay, todayDay, above, words } = props
  const { t } = useTranslation()
  const isToday = workDay === todayDay
  const minute = useMinute()
  const { presence, stress, checkins } = useDay(workDay, isToday)
  const nowMs = isToday ? minute : null
  const rows = checkins.data?.checkins ?? noRows
  const line = useMemo(
    () =>
      dayLineModel(
        {
          presence: presence.data ?? null,
          stress: stress.data ?? null,
          checkins: rows,
        },
        nowMs,
      ),
    [presence.data, stress.data, rows, nowMs],
  )
  const sheets = useDaySheets({ workDay, line, words })
  const now = { stress: useStressNow(), presence: useSensing() }
  if (presence.isPending || stress.isPending) return <Page title={words.date(workDay)} above={above} />

  const facts = dayFacts({
    workDay,
    isToday,
    nowMs: minute,
    sums: presence.data?.sums ?? null,
    spans: presence.data?.spans ?? [],
    scores: stress.data?.scores ?? null,
    ...now,
  })
  const isKept = todayDay - workDay < MINUTES_KEPT_DAYS || (line?.spans.length ?? 0) > 0
  const error = presence.error ?? stress.error
  return (
    <Page title={<Sentence parts={daySentence(facts, words)} />} above={above}>
      {error ? <p role="alert">{t(`errors.${errorCode(error)}`)}</p> : null}
      {line ? (
        <DayLine
          line={line}
          words={words}
          isKept={isKept}
          isStrainOff={isToday && now.stress?.strain.state === 'off'}
          onExplain={sheets.explain}
          onMark={sheets.mark}
        />
      ) : null}
      {isToday ? (
        <NowColumns
          {...props}
          {...now}
          stressDay={stress.data}
          sums={presence.data?.sums ?? null}
          checkins={rows}
          explain={sheets.explain}
        />
      ) : (
        <PastColumns {...props} stressDay={stress.data} sums={presence.data?.sums ?? null} checkins={rows} />
      )}
      <WrongList wrong={stress.data?.wrong ?? []} words={words} onTakeBack={sheets.takeBack} />
      {sheets.open}
    </Page>
  )
}

function Sentence({ parts }: { parts: SentencePart[] }) {
  return parts.map(({ text, strong }) =>
    strong ? (
      <strong key={text} className={styles.strong}>
        {text}
      </strong>
    ) : (
      text
    ),
  )
}

type StressDay = ReturnType<typeof useDay>['stress']['data']

interface ColumnsProps extends DayViewProps {
  stressDay: StressDay
  sums: DaySums | null
  checkins: readonly CheckinRow[]
}

interface NowColumnsProps extends ColumnsProps {
  stress: ReturnType<typeof useStressNow>
  presence: ReturnType<typeof useSensing>
  explain: ReturnType<typeof useDaySheets>['explain']
}

function NowColumns(props: NowColumnsProps) {
  const { stress, presence, stressDay, sums, checkins, explain, workDay, words, onHowWell } = props
  if (!stress) return null
  const { strain } = stress
  const isAsked = strain.state === 'known' || strain.state === 'unknown'
  return (
    <div className={styles.cards}>
      <div className={styles.column}>
        <NeedCard need={stress.need} words={words} />
        <StrainCard
          stress={stress}
          workDay={workDay}
          words={words}
          onExplain={explain}
          onHowWell={onHowWell}
        />
      </div>
      <div className={styles.column}>
        <BeatsCard body={stress.body} series={stressDay?.daily ?? []} workDay={workDay} words={words} />
        <ProgramsCard sums={sums} words={words} />
        {isAsked ? <UnknownCard unknown={strain.unknown} presence={presence} words={words} /> : null}
        <CheckinCard checkins={checkins} words={words} />
      </div>
    </div>
  )
}

function PastColumns({ stressDay, sums, checkins, words, onHowWell }: ColumnsProps) {
  const { t } = useTranslation()
  if (!stressDay) return null
  return (
    <div className={styles.cards}>
      <div className={styles.column}>
        <DayScoreCards scores={stressDay.scores} strainUsual={stressDay.strainUsual} words={words} />
        <p>
          <Button look="plain" className={styles.link} onClick={onHowWell}>
            {t('today.well.link')}
          </Button>
        </p>
      </div>
      <div className={styles.column}>
        <DayBeatsCard scores={stressDay.scores} series={stressDay.daily} words={words} />
        <ProgramsCard sums={sums} words={words} />
        <CheckinCard checkins={checkins} words={words} />
      </div>
    </div>
  )
}
