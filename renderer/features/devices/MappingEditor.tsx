/** What a topic means: a preset that is known to fit, or a value pointed at in the last message; the preview is live. */
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceView, MappingPreviewView } from '../../../electron/contract/devices.ts'
import type { Mapping } from '../../../electron/core/readings/mapping.ts'
import { mappingProblem } from '../../../electron/core/readings/mappingProblem.ts'
import { topicFilterProblem } from '../../../electron/core/readings/topics.ts'
import { Button } from '../../design/Button.tsx'
import form from './Form.module.css'
import { MappingPreview, useMappingPreview } from './MappingPreview.tsx'
import { emptyDraft, fittingPresets, presetDrafts } from './mappingDraft.ts'
import { PointAtValue } from './PointAtValue.tsx'
import { type How, PresetChoice } from './PresetChoice.tsx'
import { TopicField } from './TopicField.tsx'
import { useMappingWords } from './useMappingWords.ts'
import { useSaveMappings } from './useSaveMappings.ts'
import { usePaused, useTopics } from './useTopics.ts'

export interface MappingEditorProps {
  device: DeviceView
  topic: string
  /** The mapping that is changed; null for new ones. */
  changed: Mapping | null
  /** Ids of other mappings, of every device. */
  taken: ReadonlySet<string>
  onDone: () => void
}

export function MappingEditor({ device, topic, changed, taken, onDone }: MappingEditorProps) {
  const { t } = useTranslation()
  const words = useMappingWords()
  const { save, failure } = useSaveMappings(device, onDone)
  const [filter, setFilter] = useState(topic)
  const [chosenHow, setHow] = useState<How | null>(changed ? 'point' : null)
  const [own, setOwn] = useState<Mapping>(() => changed ?? emptyDraft(topic, taken))
  // The engine keeps last messages of unmapped topics only while somebody looks at them.
  useTopics(device.id, usePaused(filter))
  const { messages, isLoading } = useMappingPreview(device.id, emptyDraft(usePaused(filter), taken))
  const fits = fittingPresets(filter, messages.flatMap(asLastMessage))
  const how: How = chosenHow ?? fits[0] ?? 'point'
  const drafts = how === 'point' ? [{ ...own, topicFilter: filter }] : presetDrafts(how, filter, taken)
  const canSave = drafts.every((draft) => mappingProblem(draft) === null)

  function point(draft: Mapping) {
    // A preset that fits a later message must not take the place of what was begun.
    setHow('point')
    setOwn(draft)
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    if (canSave) void save(drafts, changed?.id ?? null)
  }

  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <TopicField value={filter} problem={topicFilterProblem(filter)} onChange={setFilter} />
      {isLoading ? null : (
        <>
          {changed ? null : <PresetChoice how={how} fits={fits} onChoose={setHow} />}
          {how === 'point' ? <PointAtValue draft={own} text={messages[0]?.text} onChange={point} /> : null}
          {drafts.map((draft) => (
            <div key={draft.id} className={form.fields}>
              {drafts.length > 1 ? <h3>{words(draft)}</h3> : null}
              {canSave ? <MappingPreview deviceId={device.id} mapping={draft} /> : null}
            </div>
          ))}
        </>
      )}
      {failure ? (
        <p className={form.wrong} role="alert">
          {failure}
        </p>
      ) : null}
      <div className={form.ways}>
        <Button look="filled" type="submit" disabled={!canSave}>
          {changed ? t('mapping.saveChange') : t('mapping.save')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** What was shown of a message, so that presets can be tried on it here. */
function asLastMessage({ topic, text, arrivedAtMs }: MappingPreviewView['messages'][number]) {
  return text === null ? [] : [{ topic, payload: text, arrivedAtMs, retained: false }]
}
