/** "Why this reply": everything that led to it, to the letter. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../design/CopyButton.tsx'
import { Sheet } from '../../design/Sheet.tsx'
import { useLanguage } from '../../text/amounts.ts'
import { errorCode, useClient } from '../../watch.ts'
import styles from './WhyReply.module.css'

export default function WhyReply({ messageId, onClose }: { messageId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const client = useClient()
  const { data, error } = useQuery({
    queryKey: ['explain', messageId],
    queryFn: () => client.chat.explain({ messageId }),
  })
  const count = (tokens: number | null) =>
    tokens === null ? t('why.unknown') : new Intl.NumberFormat(language).format(tokens)

  return (
    <Sheet title={t('why.title')} onClose={onClose}>
      {error ? <p>{t(`errors.${errorCode(error)}`)}</p> : null}
      {data ? (
        <>
          <p className={styles.lead}>
            {data.modelTitle === null
              ? t('why.byPeople')
              : t('why.byModel', { model: data.modelTitle, where: t('models.here') })}
          </p>
          <dl className={styles.facts}>
            <dt>{t('why.heard')}</dt>
            <dd>{t(`why.tier.${data.tier}`)}</dd>
            {data.reasons.length > 0 ? (
              <>
                <dt>{t('why.reasons')}</dt>
                <dd className={styles.codes}>{data.reasons.join(', ')}</dd>
              </>
            ) : null}
            <dt>{t('why.guard')}</dt>
            <dd className={data.guard.length > 0 ? styles.codes : undefined}>
              {data.guard.length > 0 ? data.guard.join(', ') : t('why.guardQuiet')}
            </dd>
            <dt>{t('why.tokens')}</dt>
            <dd>
              {t('why.tokenCounts', { read: count(data.inputTokens), wrote: count(data.outputTokens) })}
            </dd>
          </dl>
          {data.promptText === null ? null : (
            <>
              <div className={styles.promptHead}>
                <h3 id="prompt-head">{t('why.prompt')}</h3>
                <CopyButton text={data.promptText} />
              </div>
              <section
                className={styles.prompt}
                aria-labelledby="prompt-head"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard.
                tabIndex={0}
              >
                <pre>{data.promptText}</pre>
              </section>
            </>
          )}
        </>
      ) : null}
    </Sheet>
  )
}
