/** From a broker's topics to what is read from one: look around, pick, say what it means. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceView } from '../../../electron/contract/devices.ts'
import { Button } from '../../design/Button.tsx'
import { BackSign } from '../../design/icons.tsx'
import { Sheet } from '../../design/Sheet.tsx'
import { MappingEditor } from './MappingEditor.tsx'
import { mappingOf } from './mappingDraft.ts'
import { TopicList } from './TopicList.tsx'
import { useDevices } from './useDevices.ts'

export interface ReadSheetProps {
  device: DeviceView
  /** The mapping to change; null to look around first. */
  mappingId: string | null
  onClose: () => void
}

export function ReadSheet({ device, mappingId, onClose }: ReadSheetProps) {
  const { t } = useTranslation()
  const devices = useDevices()
  const [changed] = useState(() => {
    const found = device.mappings.find(({ mapping }) => mapping.id === mappingId)
    return found ? mappingOf(found.mapping) : null
  })
  const [topic, setTopic] = useState(changed?.topicFilter ?? null)
  const taken = new Set((devices ?? []).flatMap(({ mappings }) => mappings.map(({ mapping }) => mapping.id)))
  if (topic === null) {
    return (
      <Sheet title={t('topics.title', { title: device.title })} onClose={onClose}>
        <TopicList device={device} onPick={setTopic} />
      </Sheet>
    )
  }
  return (
    <Sheet title={changed ? t('mapping.titleChange', { topic }) : t('mapping.title')} onClose={onClose}>
      {changed ? null : (
        <div>
          <Button look="plain" onClick={() => setTopic(null)}>
            <BackSign />
            {t('common.back')}
          </Button>
        </div>
      )}
      <MappingEditor device={device} topic={topic} changed={changed} taken={taken} onDone={onClose} />
    </Sheet>
  )
}
