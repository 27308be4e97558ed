/** Beats: what a strap gives and that none is needed, the person's brokers, and a play for those without one. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceView } from '../../../electron/contract/devices.ts'
import { Button } from '../../design/Button.tsx'
import { Row, Section } from '../../design/Page.tsx'
import { Switch } from '../../design/Switch.tsx'
import { DeviceCard, PhaseLine } from './DeviceCard.tsx'
import { DeviceForm } from './DeviceForm.tsx'
import styles from './Devices.module.css'
import { playDays, playSettings } from './playDays.ts'
import { ReadSheet } from './ReadSheet.tsx'
import { type DeviceDoings, useDeviceDoings } from './useDeviceDoings.ts'
import { type Driver, useDevices, useDrivers } from './useDevices.ts'

export interface DevicesSectionProps {
  listens: boolean
  onListen: (on: boolean) => void
}

type Open =
  | { what: 'form'; device: DeviceView | null }
  | { what: 'read'; deviceId: string; mappingId: string | null }

export function DevicesSection({ listens, onListen }: DevicesSectionProps) {
  const { t } = useTranslation()
  const devices = useDevices()
  const drivers = useDrivers()
  const doings = useDeviceDoings()
  const listenId = useId()
  const [open, setOpen] = useState<Open | null>(null)
  if (!devices || !drivers) return null
  const brokerDriver = drivers.find(({ hasTopics }) => hasTopics)
  const hasTopics = ({ driver }: DeviceView) => drivers.find(({ id }) => id === driver)?.hasTopics ?? false
  const brokers = devices.filter(hasTopics)
  const plays = devices.filter((device) => !hasTopics(device))
  const reading = open?.what === 'read' ? devices.find(({ id }) => id === open.deviceId) : undefined

  return (
    <Section title={t('devices.title')} about={t('devices.about')}>
      <Row label={t('devices.listen')} about={t('devices.listenAbout')} labelId={listenId}>
        <Switch labelId={listenId} on={listens} onSwitch={onListen} />
      </Row>
      {brokers.length === 0 ? <p className={styles.words}>{t('devices.none')}</p> : null}
      {brokers.length > 0 ? (
        <ul className={styles.cards}>
          {brokers.map((device) => (
            <DeviceCard
              key={device.id}
              device={device}
              doings={doings}
              onEdit={() => setOpen({ what: 'form', device })}
              onRead={(mappingId) => setOpen({ what: 'read', deviceId: device.id, mappingId })}
            />
          ))}
        </ul>
      ) : null}
      {brokerDriver ? (
        <div className={styles.ways}>
          <Button onClick={() => setOpen({ what: 'form', device: null })}>{t('devices.addBroker')}</Button>
        </div>
      ) : null}
      <p className={styles.rhythm}>{t('devices.rhythm')}</p>
      <p className={styles.small}>{t('devices.keeps')}</p>
      {plays.map((device) => (
        <PlayCard key={device.id} device={device} doings={doings} />
      ))}
      {plays.length === 0 ? <PlayOffer drivers={drivers} doings={doings} /> : null}
      {open?.what === 'form' && brokerDriver ? (
        <DeviceForm
          driver={brokerDriver}
          device={open.device}
          onClose={() => setOpen(null)}
          onSaved={({ id, mappings }) =>
            setOpen(mappings.length > 0 ? null : { what: 'read', deviceId: id, mappingId: null })
          }
        />
      ) : null}
      {open?.what === 'read' && reading ? (
        <ReadSheet device={reading} mappingId={open.mappingId} onClose={() => setOpen(null)} />
      ) : null}
    </Section>
  )
}

function PlayOffer({ drivers, doings }: { drivers: readonly Driver[]; doings: DeviceDoings }) {
  const { t } = useTranslation()
  const offered = playDays.flatMap((day) => {
    for (const driver of drivers) {
      const settings = driver.hasTopics ? null : playSettings(driver.settingsSchema, day)
      if (settings) return [{ day, driver: driver.id, settings }]
    }
    return []
  })
  if (offered.length === 0) return null
  return (
    <div className={styles.play}>
      <h3>{t('devices.playTitle')}</h3>
      <p className={styles.small}>{t('devices.playAbout')}</p>
      <div className={styles.ways}>
        {offered.map(({ day, driver, settings }) => (
          <Button key={day} onClick={() => doings.play(driver, t(`devices.playName.${day}`), settings)}>
            {t(`devices.play.${day}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}

function PlayCard({ device, doings }: { device: DeviceView; doings: DeviceDoings }) {
  const { t } = useTranslation()
  return (
    <div className={styles.play} data-playing>
      <h3>
        {device.title} <span className={styles.tag}>{t('devices.playMark')}</span>
      </h3>
      {device.phase.phase === 'connected' ? (
        <p className={styles.phase} data-phase="connected">
          {t('devices.phase.playing')}
        </p>
      ) : (
        <PhaseLine phase={device.phase} />
      )}
      <p className={styles.small}>{t('devices.playWarn')}</p>
      <div className={styles.ways}>
        <Button onClick={() => doings.remove(device, t('devices.playEnded'))}>{t('devices.playEnd')}</Button>
      </div>
    </div>
  )
}
