/** Bringing a model file from this computer: the shell's file dialog, or a typed path where there is no shell. */
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelsSnapshot } from '../../../electron/contract/models.ts'
import { Button } from '../../design/Button.tsx'
import { useClient } from '../../watch.ts'
import { Progress } from './DownloadView.tsx'
import styles from './Models.module.css'
import type { ModelDoings } from './useModelDoings.ts'

export function useShell() {
  const client = useClient()
  return useQuery({
    queryKey: ['shell'],
    queryFn: () => client.shell.about(),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}

export interface ImportModelProps {
  importing: ModelsSnapshot['importing']
  doings: ModelDoings
  label: string
}

export function ImportModel({ importing, doings, label }: ImportModelProps) {
  const { t } = useTranslation()
  const hasShell = useShell()?.present ?? false
  const [isTyping, setTyping] = useState(false)
  if (importing) {
    return (
      <Progress
        label={t('models.importing', { name: importing.fileName })}
        doneBytes={importing.doneBytes}
        totalBytes={importing.totalBytes}
      />
    )
  }
  return (
    <div className={styles.import}>
      {isTyping ? (
        <PathForm onPath={doings.importFile} />
      ) : (
        <Button look="plain" onClick={() => (hasShell ? doings.chooseFile() : setTyping(true))}>
          {label}
        </Button>
      )}
    </div>
  )
}

function PathForm({ onPath }: { onPath: (path: string) => void }) {
  const { t } = useTranslation()
  const [path, setPath] = useState('')
  const id = useId()
  function submit(event: SyntheticEvent) {
    event.preventDefault()
    if (path.trim() !== '') onPath(path.trim())
  }
  return (
    <form className={styles.pathForm} onSubmit={submit}>
      <label htmlFor={id}>{t('models.pathLabel')}</label>
      <div className={styles.pathRow}>
        <input
          id={id}
          className={styles.path}
          value={path}
          onChange={(event) => setPath(event.target.value)}
          placeholder={t('models.pathExample')}
          spellCheck={false}
          autoComplete="off"
        />
        <Button type="submit" disabled={path.trim() === ''}>
          {t('models.import')}
        </Button>
      </div>
    </form>
  )
}
