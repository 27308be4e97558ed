/** Every look, Lull's first and then the person's own. */
import { useTranslation } from 'react-i18next'
import type { LightsView } from '../../../electron/contract/lights.ts'
import { LOOK_IDS } from '../../../electron/core/lights/looks.ts'
import { Section } from '../../design/Page.tsx'
import { LookCard } from './LookCard.tsx'
import styles from './Looks.module.css'
import type { LightWords } from './lightWords.ts'
import type { LightChoices } from './ticks.ts'
import type { LightDoings } from './useLightDoings.ts'
import type { LightEdit } from './useLightEdit.ts'

export interface LooksSectionProps {
  view: LightsView
  choices: LightChoices
  words: LightWords
  doings: LightDoings
  edits: LightEdit
}

export function LooksSection(props: LooksSectionProps) {
  const { t } = useTranslation()
  return (
    <Section title={t('lights.looks.title')} about={t('lights.looks.about')}>
      <ul className={styles.cards}>
        {LOOK_IDS.map((id) => (
          <LookCard key={id} id={id} {...props} />
        ))}
      </ul>
    </Section>
  )
}
