/** How the telling stands now, in the words brokers have everywhere. */
import { useTranslation } from 'react-i18next'
import type { HomeAssistantState } from '../../../electron/contract/homeAssistant.ts'
import { useLanguage } from '../../text/amounts.ts'
import { usePhaseWords } from '../devices/usePhaseWords.ts'
import styles from './HomeAssistant.module.css'
import { useHomeAssistant } from './useHomeAssistant.ts'

export function LinkState() {
  const { t } = useTranslation()
  const state = useHomeAssistant()
  if (!state) return null
  return (
    <section className={styles.link} data-phase={state.link.phase} aria-label={t('homeAssistant.now')}>
      <p role="status">
        <LinkWords link={state.link} />
      </p>
      <Counts state={state} />
    </section>
  )
}

function LinkWords({ link }: { link: HomeAssistantState['link'] }) {
  const { t } = useTranslation()
  const words = usePhaseWords()
  if (link.phase !== 'failed') return t(`homeAssistant.link.${link.phase}`)
  const said = [
    words(link),
    link.retrying ? t('devices.retrying') : null,
    link.detail === null ? null : t('devices.detail', { detail: link.detail }),
  ]
  return said.filter((part) => part !== null).join(' ')
}

function Counts({ state }: { state: HomeAssistantState }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { published, commands } = state
  const counted = (count: number) => ({ count, formatted: count.toLocaleString(language) })
  if (published === 0 && commands.obeyed === 0 && commands.refused === 0) return null
  return (
    <p className={styles.small}>
      {[
        t('homeAssistant.published', counted(published)),
        commands.obeyed + commands.refused > 0
          ? `${t('homeAssistant.obeyed', counted(commands.obeyed))}, ${t('homeAssistant.refused', counted(commands.refused))}.`
          : null,
      ]
        .filter((part) => part !== null)
        .join(' ')}
    </p>
  )
}
