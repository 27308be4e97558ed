/** "How this works": what Lull does when it hears something serious, in the words of the protocol itself; how it listens, and how often. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Page } from '../../design/Page.tsx'
import '../../text/peopleText.ts'
import { errorCode, useClient } from '../../watch.ts'
import { Markdown } from '../chat/Markdown.tsx'
import { ListeningSection } from './ListeningSection.tsx'
import styles from './ProtocolPage.module.css'
import { ReferralsSection } from './ReferralsSection.tsx'
import { titledParts } from './titledParts.ts'

export default function ProtocolPage() {
  const { t } = useTranslation()
  const client = useClient()
  const { data, error } = useQuery({ queryKey: ['protocol'], queryFn: () => client.safety.protocol() })
  const parts = titledParts(data?.markdown ?? '')
  const whole = parts.find(({ level }) => level === 1)
  return (
    <Page title={whole?.title ?? t('protocol.title')}>
      {error ? <p role="alert">{t(`errors.${errorCode(error)}`)}</p> : null}
      {data ? (
        <div className={styles.words}>
          {parts.map((part) => (
            <section key={`${part.title}${part.text.length}`} className={styles.part}>
              {part.title === null || part === whole ? null : <h2>{part.title}</h2>}
              <Markdown text={part.text} />
            </section>
          ))}
          {data.markdown.includes(data.version) ? null : (
            <p className={styles.version}>{t('protocol.version', { version: data.version })}</p>
          )}
        </div>
      ) : null}
      <ListeningSection />
      <ReferralsSection />
    </Page>
  )
}
