/** The one table of what may speak for strain: the person's weights beside those Lull was delivered with. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/contract/settings.ts'
import { defaultWeights, FAMILIES, type FamilyId } from '../../../electron/core/stress/families.ts'
import { Button } from '../../design/Button.tsx'
import { NumberField } from '../../design/NumberField.tsx'
import { Row, Section } from '../../design/Page.tsx'
import { Switch } from '../../design/Switch.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import styles from './Sensing.module.css'
import type { SettingsEdit } from './useEditSettings.ts'
import { partsOf, silences, weightOf } from './weightParts.ts'

export interface WeightsProps {
  settings: Settings
  onEdit: (edit: SettingsEdit) => void
}

export function Weights({ settings, onEdit }: WeightsProps) {
  const { t } = useTranslation()
  const notice = useNotice()
  const strainId = useId()
  const isAsDelivered = FAMILIES.every((family) => settings.weights[family] === defaultWeights[family])
  return (
    <Section title={t('weights.title')} about={t('weights.about')}>
      <Row label={t('weights.strain')} about={t('weights.strainAbout')} labelId={strainId}>
        <Switch
          labelId={strainId}
          on={settings.strainOn}
          onSwitch={(strainOn) => onEdit(() => ({ strainOn }))}
        />
      </Row>
      <table className={styles.weights}>
        <thead>
          <tr>
            {(['family', 'weight', 'usual'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`weights.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FAMILIES.map((family) => (
            <WeightRow
              key={family}
              family={family}
              weights={settings.weights}
              onWeight={(weight) => onEdit((now) => ({ weights: { ...now.weights, [family]: weight } }))}
            />
          ))}
        </tbody>
      </table>
      {isAsDelivered ? null : (
        <div className={styles.ways}>
          <Button
            look="plain"
            onClick={() => {
              onEdit(() => ({ weights: { ...defaultWeights } }))
              notice({ text: t('weights.resetDone') })
            }}
          >
            {t('weights.reset')}
          </Button>
        </div>
      )}
    </Section>
  )
}

interface WeightRowProps {
  family: FamilyId
  weights: Settings['weights']
  onWeight: (weight: number) => void
}

function WeightRow({ family, weights, onWeight }: WeightRowProps) {
  const { t } = useTranslation()
  const nameId = useId()
  const silenced = silences(weights, family)
  return (
    <tr>
      <th scope="row">
        <span id={nameId}>{t(`weights.family.${family}`)}</span>
        <span className={styles.small}>{t(`weights.from.${family}`)}</span>
        {silenced ? <span className={styles.condition}>{t(`weights.silenced.${silenced}`)}</span> : null}
      </th>
      <td>
        <NumberField
          labelId={nameId}
          value={partsOf(weights[family])}
          min={0}
          max={100}
          less={t('sensing.less')}
          more={t('sensing.more')}
          onChange={(parts) => onWeight(weightOf(parts))}
        />
      </td>
      <td>{partsOf(defaultWeights[family])}</td>
    </tr>
  )
}
