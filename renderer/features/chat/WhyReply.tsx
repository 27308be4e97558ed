/** "Why this reply": everything that led to it, first in words, then to the letter. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineClient } from '../../../electron/contract/index.ts'
import { CopyButton } from '../../design/CopyButton.tsx'
import { Sheet } from '../../design/Sheet.tsx'
import { useLanguage } from '../../text/amounts.ts'
import '../../text/whyText.ts'
import { errorCode, useClient } from '../../watch.ts'
import styles from './WhyReply.module.css'
import { guardLines, heardLines, howLines, type WhyWords } from './whyWords.ts'

type Explained = Awaited<ReturnType<EngineClient['chat']['explain']>>

export default function WhyReply({ messageId, onClose }: { messageId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useClient()
  const { data, error } = useQuery({
    queryKey: ['explain', messageId],
    queryFn: () => client.chat.explain({ messageId }),
  })
  return (
    <Sheet title={t('why.title')} onClose={onClose} isText={data?.promptText === null}>
      {error ? <p role="alert">{t(`errors.${errorCode(error)}`)}</p> : null}
      {data ? <Explanation explained={data} /> : null}
    </Sheet>
  )
}

function Explanation({ explained }: { explained: Explained }) {
  const { t } = useTranslation()
  const words = useWhyWords()
  const { modelTitle, tier, reasons, opinions, cuts, guard, promptText } = explained
  const heard = heardLines(reasons, opinions, words)
  const how = howLines(reasons, words)
  const cut = guardLines(cuts, guard, words)
  return (
    <>
      <p className={styles.lead}>
        {modelTitle === null
          ? t('why.byPeople')
          : t('why.byModel', { model: modelTitle, where: t('models.here') })}
      </p>
      <Part title={t('why.heard')} lines={heard}>
        <p>{t(`why.tier.${tier}`)}</p>
        {tier !== 'none' && heard.length === 0 ? <p className={styles.lead}>{t('why.earlier')}</p> : null}
      </Part>
      {modelTitle !== null || cut.length > 0 ? (
        <Part title={t('why.guard')} lines={cut}>
          {cut.length === 0 ? <p>{t('why.guardQuiet')}</p> : null}
        </Part>
      ) : null}
      {how.length > 0 ? <Part title={t('why.how')} lines={how} /> : null}
      <Tokens explained={explained} />
      {promptText === null ? null : <Prompt text={promptText} />}
    </>
  )
}

interface PartProps {
  title: string
  lines: readonly string[]
  children?: ReactNode
}

function Part({ title, lines, children }: PartProps) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3>{title}</h3>
      {children}
      {lines.length > 0 ? (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Tokens({ explained: { inputTokens, outputTokens } }: { explained: Explained }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (inputTokens === null && outputTokens === null) return null
  const count = (tokens: number | null) =>
    tokens === null ? t('why.unknown') : new Intl.NumberFormat(language).format(tokens)
  return (
    <dl className={styles.facts}>
      <dt>{t('why.tokens')}</dt>
      <dd>{t('why.tokenCounts', { read: count(inputTokens), wrote: count(outputTokens) })}</dd>
    </dl>
  )
}

function Prompt({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <>
      <div className={styles.promptHead}>
        <h3 id="prompt-head">{t('why.promptHead')}</h3>
        <CopyButton text={text} />
      </div>
      <section
        className={styles.prompt}
        aria-labelledby="prompt-head"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard.
        tabIndex={0}
      >
        <pre>{text}</pre>
      </section>
    </>
  )
}

function useWhyWords(): WhyWords {
  const { t } = useTranslation()
  const language = useLanguage()
  return useMemo(() => {
    const share = new Intl.NumberFormat(language, { style: 'percent' })
    const names = new Intl.DisplayNames(language, { type: 'language' })
    const list = new Intl.ListFormat(language, { type: 'conjunction' })
    return {
      t,
      percent: (probability) => share.format(probability),
      language: (tag) => names.of(tag) ?? tag,
      list: (items) => list.format(items),
    }
  }, [t, language])
}
