/** Lamps through a broker that is set up already: which one, and under which topics its lamps speak. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '../../../design/Button.tsx'
import { Sheet } from '../../../design/Sheet.tsx'
import { useDevices } from '../../devices/useDevices.ts'
import { brokersOf } from '../../homeAssistant/brokers.ts'
import { useLights } from '../useLights.ts'
import { BrokerForm } from './BrokerForm.tsx'
import styles from './Pair.module.css'
import { LampCount, NextStep } from './PairedStep.tsx'

export function BrokerSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const devices = useDevices()
  const [sourceId, setSourceId] = useState<string | null>(null)
  const brokers = devices ? brokersOf(devices) : null
  return (
    <Sheet title={t('lightBroker.title')} onClose={onClose}>
      {sourceId === null ? <p className={styles.small}>{t('lightBroker.about')}</p> : null}
      {sourceId !== null ? <Added sourceId={sourceId} onClose={onClose} /> : null}
      {sourceId === null && brokers?.length === 0 ? <NoBroker /> : null}
      {sourceId === null && brokers && brokers.length > 0 ? (
        <BrokerForm brokers={brokers} onAdded={setSourceId} onClose={onClose} />
      ) : null}
    </Sheet>
  )
}

function NoBroker() {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('lightBroker.none')}</p>
      <div className={styles.ways}>
        <a href="#/sensing" className={buttonClass('filled')}>
          {t('lightBroker.toSensing')}
        </a>
      </div>
    </>
  )
}

function Added({ sourceId, onClose }: { sourceId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const source = useLights()?.sources.find(({ id }) => id === sourceId)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} className={styles.step} tabIndex={-1}>
      <p role="status">{t('lightBroker.added')}</p>
      <LampCount source={source} />
      <NextStep onClose={onClose} />
    </div>
  )
}
