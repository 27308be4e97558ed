/** What was written down, newest first; each can be taken away again. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Act } from '../../../electron/core/balance/acts.ts'
import { Button } from '../../design/Button.tsx'
import { CloseSign } from '../../design/icons.tsx'
import { useWhen } from '../../text/useWhen.ts'
import styles from './Balance.module.css'

/** More are asked for. */
const SHOWN_AT_FIRST = 8

export interface ActListProps {
  acts: readonly Act[]
  onRemove: (act: Act) => Promise<boolean>
}

export function ActList({ acts, onRemove }: ActListProps) {
  const { t } = useTranslation()
  const [showsAll, setShowsAll] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const next = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: which acts there are is what changes.
  useEffect(() => {
    if (next.current === null) return
    list.current?.querySelector<HTMLElement>(`[data-act="${next.current}"] button`)?.focus()
    next.current = null
  }, [acts])
  if (acts.length === 0) return null
  const shown = showsAll ? acts : acts.slice(0, SHOWN_AT_FIRST)

  /** The keyboard stays in the list. */
  function removeAndStay(act: Act) {
    const index = acts.indexOf(act)
    next.current = (acts[index + 1] ?? acts[index - 1])?.id ?? null
    void onRemove(act)
  }

  return (
    <>
      <ul ref={list} className={styles.acts} aria-label={t('balance.acts.list')}>
        {shown.map((act) => (
          <ActRow key={act.id} act={act} onRemove={() => removeAndStay(act)} />
        ))}
      </ul>
      {shown.length < acts.length ? (
        <Button look="plain" className={styles.way ?? ''} onClick={() => setShowsAll(true)}>
          {t('balance.acts.all', { count: acts.length - shown.length })}
        </Button>
      ) : null}
    </>
  )
}

function ActRow({ act, onRemove }: { act: Act; onRemove: () => void }) {
  const { t } = useTranslation()
  const when = useWhen()(act.atMs)
  const kind = t(`balance.acts.kind.${act.kind}`)
  return (
    <li data-act={act.id} className={styles.act}>
      <div className={styles.actWords}>
        <p>
          {kind} <span className={styles.when}>{when}</span>
        </p>
        {act.note ? (
          <p className={styles.small} dir="auto">
            {act.note}
          </p>
        ) : null}
      </div>
      <Button look="icon" aria-label={t('balance.acts.remove', { kind, when })} onClick={onRemove}>
        <CloseSign />
      </Button>
    </li>
  )
}
