/** What Lull keeps, whom it has talked to, and taking it all away or along. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Row, Section } from '../../design/Page.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import '../../text/sensingText.ts'
import { useWhen } from '../../text/useWhen.ts'
import { errorCode, useClient } from '../../watch.ts'
import { DataMap } from './DataMap.tsx'
import { EraseDay } from './EraseDay.tsx'
import { EraseEverything } from './EraseEverything.tsx'
import styles from './Privacy.module.css'

export function PrivacySections() {
  const { t } = useTranslation()
  return (
    <>
      <Section title={t('privacy.kept')} about={t('privacy.keptAbout')}>
        <DataMap />
      </Section>
      <Section title={t('privacy.connections')} about={t('privacy.connectionsAbout')}>
        <Connections />
      </Section>
      <Section title={t('settingsPage.privacy')}>
        <Row label={t('privacy.export')} about={t('privacy.exportAbout')}>
          <ExportButton />
        </Row>
        <EraseDay />
        <EraseEverything />
      </Section>
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
