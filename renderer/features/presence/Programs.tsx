/** The programs seen since the start, and which kind each is: a name is kept only once the person gives it one. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { APP_CATEGORIES, type AppCategory } from '../../../electron/core/presence/minuteRecord.ts'
import { Choice } from '../../design/Choice.tsx'
import { Section } from '../../design/Page.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, useClient } from '../../watch.ts'
import styles from './Sensing.module.css'

const queryKey = ['programs']
/** Names come and go slowly. */
const lookAgainMs = 15_000

export function Programs() {
  const { t } = useTranslation()
  const client = useClient()
  const cache = useQueryClient()
  const notice = useNotice()
  const { data } = useQuery({
    queryKey,
    queryFn: () => client.presence.programs(),
    refetchInterval: lookAgainMs,
    // Names are held in memory only, here as well.
    gcTime: 0,
  })

  async function choose(app: string, category: AppCategory | null) {
    try {
      await client.presence.mapProgram({ app, category })
    } catch (error) {
      notice({ text: t(`errors.${errorCode(error)}`) })
    }
    await cache.invalidateQueries({ queryKey })
  }

  if (!data) return null
  return (
    <Section title={t('sensing.programs')} about={t('sensing.programsAbout')}>
      {data.programs.length === 0 ? <p className={styles.small}>{t('sensing.programsNone')}</p> : null}
      <ul className={styles.programs}>
        {data.programs.map((program) => (
          <li key={program.app}>
            <span className={styles.app}>{program.app}</span>
            <span className={styles.small}>
              {program.seconds < 60
                ? t('sensing.programTimeShort')
                : t('sensing.programTime', { minutes: Math.round(program.seconds / 60) })}
            </span>
            <KindChoice program={program} onChoose={(category) => void choose(program.app, category)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const byLull = 'byLull'

interface KindChoiceProps {
  program: { app: string; category: AppCategory; mapped: boolean }
  onChoose: (category: AppCategory | null) => void
}

function KindChoice({ program, onChoose }: KindChoiceProps) {
  const { t } = useTranslation()
  const { app, category, mapped } = program
  const guess = t('sensing.programGuess', { kind: t(`sensing.kind.${category}`) })
  const own = APP_CATEGORIES.map((kind) => ({
    value: kind as AppCategory | typeof byLull,
    label: t(`sensing.kind.${kind}`),
  }))
  return (
    <Choice
      label={t('sensing.programKind', { app })}
      value={mapped ? category : byLull}
      options={[{ value: byLull, label: mapped ? t('sensing.programGuessLabel') : guess }, ...own]}
      placeholder={guess}
      onChoose={(kind) => onChoose(kind === byLull ? null : kind)}
    />
  )
}
