/** The broker and its two topics; what the broker's side refuses stands beside its field. */
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceView } from '../../../../electron/contract/devices.ts'
import { Button } from '../../../design/Button.tsx'
import { Choice } from '../../../design/Choice.tsx'
import { Row } from '../../../design/Page.tsx'
import { errorCode, type PageErrorCode, useClient } from '../../../watch.ts'
import { type BrokerDraft, brokerInput, type DraftProblem, refusedDraft, usualTopics } from './brokerDraft.ts'
import styles from './Pair.module.css'
import { TopicRow } from './TopicRow.tsx'

export interface BrokerFormProps {
  brokers: readonly DeviceView[]
  onAdded: (sourceId: string) => void
  onClose: () => void
}

function firstDraft(brokers: readonly DeviceView[]): BrokerDraft {
  const [only, ...more] = brokers
  return {
    deviceId: only && more.length === 0 ? only.id : null,
    isOn: { zigbee: true, discovery: true },
    topic: usualTopics,
  }
}

export function BrokerForm({ brokers, onAdded, onClose }: BrokerFormProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => firstDraft(brokers))
  const { send, problem, failure, isSending, forget } = useSending(onAdded)
  const form = useRef<HTMLFormElement>(null)
  // The keyboard goes where something must be mended.
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problem])

  function change(part: Partial<BrokerDraft>) {
    setDraft((old) => ({ ...old, ...part }))
    forget()
  }
  function onSubmit(event: SyntheticEvent) {
    event.preventDefault()
    void send(draft)
  }

  return (
    <form ref={form} className={styles.step} onSubmit={onSubmit} noValidate>
      <div>
        <Row label={t('lightBroker.broker')}>
          <Choice
            label={t('lightBroker.broker')}
            value={draft.deviceId}
            options={brokers.map(({ id, title }) => ({ value: id, label: title }))}
            placeholder={t('lightBroker.choose')}
            onChoose={(deviceId) => change({ deviceId })}
          />
        </Row>
        <Wrong of="broker" problem={problem} />
        <TopicRow speaker="zigbee" draft={draft} problem={problem} onChange={change} />
        <TopicRow speaker="discovery" draft={draft} problem={problem} onChange={change} />
      </div>
      <Wrong of="form" problem={problem} />
      {failure ? (
        <p className={styles.wrong} role="alert">
          {t(`errors.${failure}`)}
        </p>
      ) : null}
      <p className={styles.small}>{t('lightBroker.everyone')}</p>
      <div className={styles.ways}>
        <Button look="filled" type="submit" disabled={isSending}>
          {t(isSending ? 'lightBroker.adding' : 'lightBroker.add')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

export function Wrong({
  of,
  problem,
  id,
}: {
  of: DraftProblem['field']
  problem: DraftProblem | null
  id?: string
}) {
  const { t } = useTranslation()
  if (problem?.field !== of) return null
  return (
    <p id={id} className={styles.wrong} role="alert">
      {t(`lightBroker.problem.${problem.problem}`)}
    </p>
  )
}

function useSending(onAdded: (sourceId: string) => void) {
  const client = useClient()
  const [problem, setProblem] = useState<DraftProblem | null>(null)
  const [failure, setFailure] = useState<PageErrorCode | null>(null)
  const [isSending, setSending] = useState(false)
  const forget = () => {
    setProblem(null)
    setFailure(null)
  }
  async function send(draft: BrokerDraft) {
    forget()
    const ready = brokerInput(draft)
    if ('problem' in ready) return setProblem(ready)
    setSending(true)
    try {
      const { sourceId } = await client.lights.addBroker(ready.input)
      onAdded(sourceId)
    } catch (error) {
      const refused = refusedDraft(error)
      if (refused) setProblem(refused)
      else setFailure(errorCode(error))
    } finally {
      setSending(false)
    }
  }
  return { send, problem, failure, isSending, forget }
}
