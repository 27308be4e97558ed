/** A mapping made by pointing: the last message as a tree, what is pointed at, and every part by hand below. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mapping } from '../../../electron/core/readings/mapping.ts'
import { Button } from '../../design/Button.tsx'
import { guessMeaning, guessTimeUnit } from './guessMeaning.ts'
import { MappingFields } from './MappingFields.tsx'
import { withPart } from './mappingDraft.ts'
import { PayloadTree } from './PayloadTree.tsx'
import styles from './Reading.module.css'
import { readPayload } from './readPayload.ts'

type Target = 'value' | 'time' | 'device'
const targets: readonly Target[] = ['value', 'time', 'device']

export interface PointAtValueProps {
  draft: Mapping
  /** Beginning of the last payload; null when it is no text, undefined while none came. */
  text: string | null | undefined
  onChange: (draft: Mapping) => void
}

export function PointAtValue({ draft, text, onChange }: PointAtValueProps) {
  const { t } = useTranslation()
  const [target, setTarget] = useState<Target>('value')
  return (
    <>
      <section className={styles.payload} aria-label={t('mapping.payload')}>
        <div className={styles.payloadHead}>
          <h3>{t('mapping.payload')}</h3>
          <p className={styles.targets}>
            <span className={styles.small}>{t('mapping.pointingAt')}</span>
            {targets.map((one) => (
              <Button
                key={one}
                className={styles.target}
                aria-pressed={one === target}
                onClick={() => setTarget(one)}
              >
                {t(`mapping.target.${one}`)}
              </Button>
            ))}
          </p>
        </div>
        <Payload
          text={text}
          draft={draft}
          onPick={(path, sample) => onChange(pointedAt(draft, target, path, sample))}
        />
      </section>
      <MappingFields draft={draft} onChange={onChange} />
    </>
  )
}

function pointedAt(draft: Mapping, target: Target, path: string, sample: unknown): Mapping {
  if (target === 'time') return withPart(draft, 'time', { path, unit: guessTimeUnit(sample) })
  if (target === 'device') return withPart(draft, 'device', { path })
  return { ...draft, valuePath: path, ...guessMeaning(path, sample) }
}

interface PayloadProps {
  text: string | null | undefined
  draft: Mapping
  onPick: (path: string, sample: unknown) => void
}

function Payload({ text, draft, onPick }: PayloadProps) {
  const { t } = useTranslation()
  if (text === undefined) return <p className={styles.small}>{t('mapping.payloadNone')}</p>
  if (text === null) return <p className={styles.small}>{t('mapping.payloadNotText')}</p>
  const { value, isCut } = readPayload(text)
  const devicePath = draft.device && 'path' in draft.device ? [draft.device.path] : []
  const chosen = new Set([draft.valuePath, ...(draft.time ? [draft.time.path] : []), ...devicePath])
  return (
    <>
      <PayloadTree value={value} chosen={chosen} onPick={onPick} />
      {isCut ? <p className={styles.small}>{t('mapping.payloadCut')}</p> : null}
    </>
  )
}
