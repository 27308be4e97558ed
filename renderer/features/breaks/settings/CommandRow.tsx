/** One command: what runs, the way to change it, to try it and to take it away. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandReport as Report } from '../../../../electron/contract/breaks.ts'
import { Button } from '../../../design/Button.tsx'
import { errorCode, type PageErrorCode, useClient } from '../../../watch.ts'
import styles from './BreakSettings.module.css'
import { CommandForm } from './CommandForm.tsx'
import { CommandReport } from './CommandReport.tsx'
import type { CommandMoment } from './CommandsSection.tsx'
import type { OwnCommand } from './commandFields.ts'
import { useRemoved } from './useRemoved.ts'

type Tried = { state: 'trying' } | { state: 'done'; report: Report } | { state: 'error'; code: PageErrorCode }

export interface CommandRowProps {
  which: CommandMoment
  command: OwnCommand
  onChange: (how: (now: OwnCommand) => OwnCommand) => void
  onTried: (reportId: string) => void
}

export function CommandRow({ which, command, onChange, onTried }: CommandRowProps) {
  const { t } = useTranslation()
  const removed = useRemoved()
  const [isOpen, setOpen] = useState(false)
  const { tried, tryNow, forget } = useTry(which, onTried)
  const when = t(`breakSettings.commands.${which}`)

  function open() {
    forget()
    setOpen(true)
  }
  function save(next: string[]) {
    setOpen(false)
    onChange(() => next)
  }
  function remove() {
    const [program = ''] = command ?? []
    forget()
    onChange(() => null)
    // What was set meanwhile is not replaced by what was there before.
    removed(t('breakSettings.commands.removed', { program }), () => onChange((now) => now ?? command))
  }
  const ways = { when, isSet: command !== null, isTrying: tried?.state === 'trying' }
  return (
    <section className={styles.command} aria-label={when}>
      <div className={styles.line}>
        <h3 className={styles.grows}>{when}</h3>
        {isOpen ? null : <Ways {...ways} onTry={tryNow} onOpen={open} onRemove={remove} />}
      </div>
      {isOpen ? (
        <CommandForm command={command} onSave={save} onCancel={() => setOpen(false)} />
      ) : (
        <Parts command={command} />
      )}
      <div role="status">
        {tried?.state === 'trying' ? <p>{t('breakSettings.commands.trying')}</p> : null}
        {tried?.state === 'error' ? <p className={styles.wrong}>{t(`errors.${tried.code}`)}</p> : null}
      </div>
      {tried?.state === 'done' ? <CommandReport report={tried.report} onPutAway={forget} /> : null}
    </section>
  )
}

function useTry(which: CommandMoment, onTried: CommandRowProps['onTried']) {
  const client = useClient()
  const [tried, setTried] = useState<Tried | null>(null)
  async function tryNow() {
    setTried({ state: 'trying' })
    try {
      const report = await client.breaks.tryCommand({ which })
      onTried(report.id)
      setTried({ state: 'done', report })
    } catch (error) {
      setTried({ state: 'error', code: errorCode(error) })
    }
  }
  return { tried, tryNow: () => void tryNow(), forget: () => setTried(null) }
}

interface WaysProps {
  when: string
  isSet: boolean
  isTrying: boolean
  onTry: () => void
  onOpen: () => void
  onRemove: () => void
}

function Ways({ when, isSet, isTrying, onTry, onOpen, onRemove }: WaysProps) {
  const { t } = useTranslation()
  if (!isSet) {
    return (
      <Button aria-label={t('breakSettings.commands.setFor', { when })} onClick={onOpen}>
        {t('breakSettings.commands.set')}
      </Button>
    )
  }
  return (
    <div className={styles.ways}>
      <Button aria-label={t('breakSettings.commands.tryFor', { when })} disabled={isTrying} onClick={onTry}>
        {t('breakSettings.commands.try')}
      </Button>
      <Button aria-label={t('breakSettings.commands.changeFor', { when })} onClick={onOpen}>
        {t('breakSettings.commands.change')}
      </Button>
      <Button look="plain" aria-label={t('breakSettings.commands.removeFor', { when })} onClick={onRemove}>
        {t('breakSettings.commands.remove')}
      </Button>
    </div>
  )
}

/** Each part in a frame of its own, so that spaces in them can be seen. */
function Parts({ command }: { command: OwnCommand }) {
  const { t } = useTranslation()
  if (!command) return <p className={styles.small}>{t('breakSettings.commands.none')}</p>
  return (
    <p className={styles.parts}>
      {command.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: arguments may be alike, and their order is what they are.
        <code key={place}>{part}</code>
      ))}
    </p>
  )
}
