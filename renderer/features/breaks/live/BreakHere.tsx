/** Pauses within a window: in a browser all of them, in Lull's own windows one quiet line while one is running. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../text/amounts.ts'
import '../../../text/breakText.ts'
import { useClient } from '../../../watch.ts'
import styles from './BreakHere.module.css'
import { clockTime } from './lengthWords.ts'
import { useBreaks } from './useBreaks.ts'

const BreakInPage = lazy(() => import('./BreakInPage.tsx'))

export interface BreakHereProps {
  window: 'popup' | 'home'
}

export default function BreakHere({ window: name }: BreakHereProps) {
  const client = useClient()
  const shell = useQuery({
    queryKey: ['shell'],
    queryFn: () => client.shell.about(),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  if (shell === undefined) return null
  if (shell.present) return name === 'popup' ? <RunningLine /> : null
  return (
    <Suspense>
      <BreakInPage />
    </Suspense>
  )
}

function RunningLine() {
  const { t } = useTranslation()
  const language = useLanguage()
  const running = useBreaks()?.running ?? null
  return (
    <div role="status">
      {running === null ? null : (
        <p className={styles.line}>
          {t('break.running.popup', { clock: clockTime(running.endsAtMs, { t, language }) })}
        </p>
      )}
    </div>
  )
}
