/** What Lull keeps, whom it has talked to, and taking it all away or along. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Row, Section } from '../../design/Page.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import { useMinute } from '../../design/times.ts'
import { sizeWords, timeWords, useLanguage } from '../../text/amounts.ts'
import { errorCode, useClient } from '../../watch.ts'
import styles from './Privacy.module.css'

export function PrivacySections() {
  const { t } = useTranslation()
  return (
    <>
      <Section title={t('privacy.kept')} about={t('privacy.keptAbout')}>
        <Inventory />
      </Section>
      <Section title={t('privacy.connections')} about={t('privacy.connectionsAbout')}>
        <Connections />
      </Section>
      <Section title={t('settingsPage.privacy')}>
        <Row label={t('privacy.export')} about={t('privacy.exportAbout')}>
          <ExportButton />
        </Row>
        <EraseEverything />
      </Section>
    </>
  )
}

function useWhen() {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useMinute()
  return (at: number) => {
    const { key, values } = timeWords(at, now, language)
    return t(key, values)
  }
}

function Inventory() {
  const { t } = useTranslation()
  const language = useLanguage()
  const client = useClient()
  const when = useWhen()
  const { data } = useQuery({
    queryKey: ['inventory'],
    queryFn: () => client.privacy.inventory(),
    staleTime: 0,
    refetchOnMount: 'always',
  })
  if (!data) return null
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['kind', 'rows', 'size', 'oldest'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`privacy.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.kinds.map(({ kind, rows, bytes, oldestAt }) => (
            <tr key={kind}>
              <th scope="row">{t(`privacy.kind.${kind}`)}</th>
              <td>{rows === 0 ? t('privacy.nothing') : rows}</td>
              <td>{bytes ? sizeWords(bytes, language) : null}</td>
              <td>{oldestAt === null ? null : when(oldestAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.small}>
        {data.dataFolder === null
          ? t('privacy.folderNone')
          : t('privacy.folder', { folder: data.dataFolder })}
      </p>
      <p className={styles.small}>{t(`privacy.key.${data.keyKeeper}`)}</p>
    </>
  )
}

function Connections() {
  const { t } = useTranslation()
  const client = useClient()
  const when = useWhen()
  const { data } = useQuery({
    queryKey: ['connections'],
    queryFn: () => client.privacy.connections(),
    staleTime: 0,
    refetchOnMount: 'always',
  })
  if (!data) return null
  if (data.connections.length === 0) return <p>{t('privacy.connectionsNone')}</p>
  return (
    <ul className={styles.connections}>
      {data.connections.map(({ at, peer, reason, outcome }) => (
        <li key={`${at} ${peer}`}>
          <span className={styles.peer}>{peer}</span>
          <span className={styles.small}>{[reason, t(`privacy.outcome.${outcome}`)].join(' · ')}</span>
          <time dateTime={new Date(at).toISOString()} className={styles.small}>
            {when(at)}
          </time>
        </li>
      ))}
    </ul>
  )
}

function ExportButton() {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  async function save() {
    try {
      const { fileName, json } = await client.privacy.export()
      const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
      const link = document.createElement('a')
      link.href = address
      link.download = fileName
      link.click()
      URL.revokeObjectURL(address)
      notice({ text: t('privacy.exported', { name: fileName }) })
    } catch (error) {
      notice({ text: t(`errors.${errorCode(error)}`) })
    }
  }
  return <Button onClick={save}>{t('privacy.exportDo')}</Button>
}

/** What the contract asks the person to type. */
const confirmWord = 'erase'

function EraseEverything() {
  const { t } = useTranslation()
  const client = useClient()
  const cache = useQueryClient()
  const notice = useNotice()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [models, setModels] = useState(false)

  async function erase() {
    try {
      await client.privacy.eraseEverything({ confirm: confirmWord, models })
      setOpen(false)
      setTyped('')
      // Drafts and talks in this window go too.
      cache.removeQueries({ predicate: ({ queryKey }) => ownWords.includes(String(queryKey[0])) })
      await cache.invalidateQueries({ queryKey: ['inventory'] })
      notice({ text: t('privacy.erased') })
    } catch (error) {
      notice({ text: t(`errors.${errorCode(error)}`) })
    }
  }

  return (
    <Row label={t('privacy.erase')} about={t('privacy.eraseAbout')}>
      {isOpen ? (
        <form
          className={styles.erase}
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.trim() === confirmWord) void erase()
          }}
        >
          <label htmlFor={id}>{t('privacy.eraseType', { word: confirmWord })}</label>
          <input
            id={id}
            className={styles.field}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
          <label className={styles.check}>
            <input type="checkbox" checked={models} onChange={(event) => setModels(event.target.checked)} />
            {t('privacy.eraseModels')}
          </label>
          <div className={styles.ways}>
            <Button look="danger" type="submit" disabled={typed.trim() !== confirmWord}>
              {t('privacy.eraseDo')}
            </Button>
            <Button look="plain" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <Button onClick={() => setOpen(true)}>{t('privacy.eraseDo')}</Button>
      )}
    </Row>
  )
}

const ownWords = ['draft', 'outbox', 'conversation', 'conversations', 'explain']
