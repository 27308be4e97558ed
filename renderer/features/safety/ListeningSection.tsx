/** The ways Lull listens for danger, each with a switch; going deafer is said plainly before it happens. */
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Layer, layers } from '../../../electron/core/safety/tier.ts'
import { Button } from '../../design/Button.tsx'
import { Row, Section } from '../../design/Page.tsx'
import { Switch } from '../../design/Switch.tsx'
import { useSaidChange, useSettings } from '../settings/useSettings.ts'
import styles from './ProtocolPage.module.css'

type Listening = Record<Layer, boolean>

export function ListeningSection() {
  const { t } = useTranslation()
  const listening = useSettings()?.listening
  const { change, failure } = useSaidChange()
  const [asked, setAsked] = useState<Layer | null>(null)
  if (!listening) return null
  const set = (layer: Layer, isOn: boolean) => {
    setAsked(null)
    change({ listening: { ...listening, [layer]: isOn } })
  }
  return (
    <Section title={t('listening.title')} about={t('listening.about')}>
      {failure ? <p role="alert">{t('settingsPage.notSaved', { reason: t(`errors.${failure}`) })}</p> : null}
      <div>
        {layers.map((layer) => (
          <LayerRow
            key={layer}
            layer={layer}
            isOn={listening[layer]}
            warning={asked === layer ? warningOf(layer, listening) : null}
            onSwitch={(isOn) => (isOn ? set(layer, true) : setAsked(layer))}
            onSure={() => set(layer, false)}
            onLeave={() => setAsked(null)}
          />
        ))}
      </div>
    </Section>
  )
}

type Warning = 'warn' | 'warnRules' | 'warnLast'

function warningOf(layer: Layer, listening: Listening): Warning {
  if (!layers.some((other) => other !== layer && listening[other])) return 'warnLast'
  return layer === 'rules' ? 'warnRules' : 'warn'
}

interface LayerRowProps {
  layer: Layer
  isOn: boolean
  warning: Warning | null
  onSwitch: (isOn: boolean) => void
  onSure: () => void
  onLeave: () => void
}

function LayerRow({ layer, isOn, warning, onSwitch, onSure, onLeave }: LayerRowProps) {
  const { t } = useTranslation()
  const labelId = useId()
  const place = useRef<HTMLDivElement>(null)
  const backToSwitch = () => place.current?.querySelector<HTMLElement>('[role="switch"]')?.focus()
  return (
    <div ref={place} className={styles.layer}>
      <Row label={t(`listening.${layer}`)} about={t(`listening.${layer}About`)} labelId={labelId}>
        <Switch labelId={labelId} on={isOn} onSwitch={onSwitch} />
      </Row>
      <div role="status">
        {warning && isOn ? (
          <div className={styles.warning}>
            <p>{t(`listening.${warning}`)}</p>
            <div className={styles.ways}>
              <Button
                onClick={() => {
                  backToSwitch()
                  onLeave()
                }}
              >
                {t('listening.leave')}
              </Button>
              <Button
                look="plain"
                onClick={() => {
                  backToSwitch()
                  onSure()
                }}
              >
                {t('listening.off')}
              </Button>
            </div>
          </div>
        ) : null}
      </div>
    </div>
  )
}
