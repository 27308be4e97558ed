/** Where lamps come from: what is paired and how it stands, and the ways to pair more. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LightSourceView } from '../../../../electron/contract/lights.ts'
import { Button } from '../../../design/Button.tsx'
import { Section } from '../../../design/Page.tsx'
import { useRemoving } from '../../../design/useRemoving.ts'
import '../../../text/lightSourcesText.ts'
import { useLights } from '../useLights.ts'
import { BridgeSheet } from './BridgeSheet.tsx'
import { BrokerSheet } from './BrokerSheet.tsx'
import type { BridgeStep, Wanted } from './bridgeSteps.ts'
import { isBridge } from './failures.ts'
import { SourceCard } from './SourceCard.tsx'
import styles from './Sources.module.css'
import { useSourceDoings } from './useSourceDoings.ts'

type Open = { what: 'bridge'; begin: BridgeStep; wanted: Wanted } | { what: 'broker' }

const find: BridgeStep = { at: 'find', address: '' }

/** Whoever answers there now is looked at first, whatever was agreed to before. */
function lookAgain({ driver, address }: LightSourceView): BridgeStep {
  return isBridge(driver) && address !== null ? { at: 'looking', driver, address } : find
}

export default function SourcesSection() {
  const { t } = useTranslation()
  const lights = useLights()
  const doings = useSourceDoings()
  const ways = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const paired = lights?.sources.filter(({ driver }) => driver !== 'simulator') ?? []
  const isRemoving = useRemoving(
    paired.map(({ id }) => id),
    () => ways.current,
  )
  if (!lights) return null
  const bridge = (begin: BridgeStep, wanted: Wanted = null) => setOpen({ what: 'bridge', begin, wanted })

  return (
    <Section title={t('lightSources.title')} about={t('lightSources.about')}>
      {lights.isSimulated ? <RoomCard /> : null}
      {paired.length > 0 ? (
        <ul className={styles.cards} aria-label={t('lightSources.list')}>
          {paired.map((source) => (
            <SourceCard
              key={source.id}
              source={source}
              doings={doings}
              onRemove={() => {
                isRemoving(source.id)
                doings.remove(source)
              }}
              onPairAgain={() => bridge(lookAgain(source), source)}
              onFind={() => bridge(find, source)}
            />
          ))}
        </ul>
      ) : null}
      <div className={styles.ways}>
        <Button ref={ways} look={paired.length === 0 ? 'filled' : 'chip'} onClick={() => bridge(find)}>
          {t('lightSources.find')}
        </Button>
        <Button onClick={() => setOpen({ what: 'broker' })}>{t('lightSources.addBroker')}</Button>
        <Button look="plain" onClick={() => bridge({ at: 'older', address: '' })}>
          {t('lightSources.older')}
        </Button>
      </div>
      {open?.what === 'bridge' ? (
        <BridgeSheet begin={open.begin} wanted={open.wanted} onClose={() => setOpen(null)} />
      ) : null}
      {open?.what === 'broker' ? <BrokerSheet onClose={() => setOpen(null)} /> : null}
    </Section>
  )
}

function RoomCard() {
  const { t } = useTranslation()
  return (
    <div className={styles.room}>
      <h3>{t('lightSources.room.title')}</h3>
      <p className={styles.small}>{t('lightSources.room.about')}</p>
    </div>
  )
}
