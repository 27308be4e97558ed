/** The one thing to do before Lull can do anything with lamps of the person's own. */
import { useTranslation } from 'react-i18next'
import type { LightsView } from '../../../electron/contract/lights.ts'
import { buttonClass } from '../../design/Button.tsx'
import styles from './Lights.module.css'
import { hrefOf } from './lightsAddress.ts'
import { ticked } from './lightsSentence.ts'

type Step = 'find' | 'mend' | 'allow' | 'tick'

const leadsTo = { find: 'sources', mend: 'sources', allow: 'touch', tick: 'touch' } as const

/** Null: all is set. */
export function nextStep(view: LightsView): Step | null {
  if (view.isSimulated) return view.claims.length === 0 ? 'find' : null
  if (view.sources.some(({ phase }) => phase.phase === 'failed')) return 'mend'
  if (!view.isAllowed) return 'allow'
  return view.lamps.length > 0 && ticked(view).length === 0 ? 'tick' : null
}

export function NextStep({ view }: { view: LightsView }) {
  const { t } = useTranslation()
  const step = nextStep(view)
  if (step === null) return null
  return (
    <p className={styles.step}>
      <span className={styles.small}>{t(`lights.step.${step}About`)}</span>
      <a className={buttonClass('chip')} href={hrefOf({ view: leadsTo[step] })}>
        {t(`lights.step.${step}`)}
      </a>
    </p>
  )
}
