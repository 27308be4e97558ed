/** Programs of the person's own that run when a pause begins, ends or is skipped. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandReport as Report } from '../../../../electron/contract/breaks.ts'
import type { Settings } from '../../../../electron/contract/settings.ts'
import { Section } from '../../../design/Page.tsx'
import { useWhen } from '../../../text/useWhen.ts'
import { useClient } from '../../../watch.ts'
import { useBreaks } from '../live/useBreaks.ts'
import styles from './BreakSettings.module.css'
import { CommandReport } from './CommandReport.tsx'
import { CommandRow } from './CommandRow.tsx'
import type { BreakEdit } from './useBreakEdit.ts'

export type CommandMoment = Report['which']
const moments: readonly CommandMoment[] = ['start', 'end', 'skip']

export interface CommandsSectionProps {
  commands: Settings['breakCommands']
  edits: BreakEdit
}

export function CommandsSection({ commands, edits }: CommandsSectionProps) {
  const { t } = useTranslation()
  const [triedId, setTriedId] = useState<string | null>(null)
  return (
    <Section title={t('breakSettings.commands.title')} about={t('breakSettings.commands.about')}>
      <p className={styles.small}>{t('breakSettings.commands.shell')}</p>
      <LastReport triedId={triedId} />
      <div>
        {moments.map((which) => (
          <CommandRow
            key={which}
            which={which}
            command={commands[which]}
            onTried={setTriedId}
            onChange={(how) =>
              edits.edit(({ breakCommands }) => ({
                breakCommands: { ...breakCommands, [which]: how(breakCommands[which]) },
              }))
            }
          />
        ))}
      </div>
    </Section>
  )
}

/** What ran by itself since, until it is put away; what was tried stands beside its command already. */
function LastReport({ triedId }: { triedId: string | null }) {
  const { t } = useTranslation()
  const client = useClient()
  const when = useWhen()
  const report = useBreaks()?.command ?? null
  if (!report || report.id === triedId) return null
  return (
    <CommandReport
      title={t('breakSettings.commands.last', {
        when: t(`breakSettings.commands.${report.which}`),
        time: when(report.atMs),
      })}
      report={report}
      onPutAway={() => void client.breaks.putCommandAway({ id: report.id }).catch(() => {})}
    />
  )
}
