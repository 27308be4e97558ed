/** From looking for a bridge to having it, step by step; leaving at any of them leaves nothing behind. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import { BackSign } from '../../../design/icons.tsx'
import { Sheet } from '../../../design/Sheet.tsx'
import { useLights } from '../useLights.ts'
import { ButtonStep } from './ButtonStep.tsx'
import { type BridgeStep, backFrom, isOther, type Wanted } from './bridgeSteps.ts'
import { FindStep } from './FindStep.tsx'
import { LookingStep } from './LookingStep.tsx'
import { OlderStep } from './OlderStep.tsx'
import styles from './Pair.module.css'
import { PairedStep } from './PairedStep.tsx'
import { StoppedStep } from './StoppedStep.tsx'
import { TrustStep } from './TrustStep.tsx'

export interface BridgeSheetProps {
  begin: BridgeStep
  /** The bridge that is to be paired again. */
  wanted: Wanted
  onClose: () => void
}

export interface StepProps<At extends BridgeStep['at']> {
  step: Extract<BridgeStep, { at: At }>
  wanted: Wanted
  go: (step: BridgeStep) => void
}

export function BridgeSheet({ begin, wanted, onClose }: BridgeSheetProps) {
  const { t } = useTranslation()
  const [step, go] = useState(begin)
  const known = useKnownSources()
  const title = useStepTitle(step, wanted)
  const place = useRef<HTMLDivElement>(null)
  useStepFocus(step, place)
  const back = backFrom(step, wanted)
  const way = { wanted, go }

  return (
    <Sheet title={title} startAt={place} onClose={onClose}>
      {/* biome-ignore lint/a11y/useSemanticElements: a step is no set of fields. */}
      <div ref={place} className={styles.step} role="group" aria-label={title} tabIndex={-1}>
        {back && step.at !== 'button' ? (
          <div>
            <Button look="plain" onClick={() => go(back)}>
              <BackSign />
              {t('common.back')}
            </Button>
          </div>
        ) : null}
        {step.at === 'find' ? <FindStep step={step} {...way} /> : null}
        {step.at === 'older' ? <OlderStep step={step} {...way} /> : null}
        {step.at === 'looking' ? <LookingStep step={step} {...way} /> : null}
        {step.at === 'trust' ? <TrustStep step={step} {...way} /> : null}
        {step.at === 'button' ? <ButtonStep step={step} {...way} /> : null}
        {step.at === 'stopped' ? <StoppedStep step={step} {...way} /> : null}
        {step.at === 'paired' ? (
          <PairedStep step={step} {...way} isAgain={known.has(step.sourceId)} onClose={onClose} />
        ) : null}
      </div>
    </Sheet>
  )
}

/** Ids of what was paired when the sheet opened. */
function useKnownSources(): ReadonlySet<string> {
  const lights = useLights()
  const [known] = useState(() => new Set(lights?.sources.map(({ id }) => id)))
  return known
}

function useStepTitle(step: BridgeStep, wanted: Wanted): string {
  const { t } = useTranslation()
  if (step.at !== 'trust') return t(`pairBridge.title.${step.at}`)
  const { seen } = step
  if (seen.trust === 'ask' && wanted && !isOther(seen, wanted)) return t('pairBridge.title.changed')
  return t(`pairBridge.title.${seen.trust}`)
}

/** Each step is a page of its own: the keyboard begins where its words do. */
function useStepFocus(step: BridgeStep, place: RefObject<HTMLDivElement | null>): void {
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    place.current?.focus()
    place.current?.scrollIntoView?.({ block: 'nearest' })
  }, [step, place])
}
