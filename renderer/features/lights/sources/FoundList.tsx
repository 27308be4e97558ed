/** The bridges that answered; those that are paired already say so. */
import { useTranslation } from 'react-i18next'
import type { FoundBridge } from '../../../../electron/contract/lights.ts'
import { Button } from '../../../design/Button.tsx'
import { useLights } from '../useLights.ts'
import { bridgeIdText } from './fingerprint.ts'
import styles from './Pair.module.css'
import { addressText } from './typedAddress.ts'

export interface FoundListProps {
  found: readonly FoundBridge[]
  onChoose: (bridge: FoundBridge) => void
}

export function FoundList({ found, onChoose }: FoundListProps) {
  const { t } = useTranslation()
  if (found.length === 0) return null
  return (
    <ul className={styles.found} aria-label={t('pairBridge.list')}>
      {found.map((bridge) => (
        <FoundRow key={bridge.bridgeId} bridge={bridge} onChoose={() => onChoose(bridge)} />
      ))}
    </ul>
  )
}

function FoundRow({ bridge, onChoose }: { bridge: FoundBridge; onChoose: () => void }) {
  const { t } = useTranslation()
  const sources = useLights()?.sources
  const { bridgeId, model, sourceId } = bridge
  const id = bridgeIdText(bridgeId)
  const address = addressText(bridge)
  const title = sources?.find((source) => source.id === sourceId)?.title
  const doing = sourceId === null ? t('pairBridge.choose') : t('pairBridge.again')
  return (
    <li className={styles.foundRow}>
      <div className={styles.foundWords}>
        <p>{t('pairBridge.bridge', { id })}</p>
        <p className={styles.small}>
          {model === null ? t('pairBridge.noModel', { address }) : t('pairBridge.model', { model, address })}
          {sourceId === null ? null : (
            <>
              {' · '}
              {title === undefined ? t('pairBridge.isPaired') : t('pairBridge.isPairedAs', { title })}
            </>
          )}
        </p>
      </div>
      <Button aria-label={t('pairBridge.chooseWhich', { what: doing, id })} onClick={onChoose}>
        {doing}
      </Button>
    </li>
  )
}
