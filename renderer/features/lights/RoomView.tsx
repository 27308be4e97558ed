/** What one sees first: the room, what runs in it, and the looks it can take. */
import type { LightsView } from '../../../electron/contract/lights.ts'
import { House } from './House.tsx'
import styles from './Lights.module.css'
import { LooksSection } from './LooksSection.tsx'
import type { LightWords } from './lightWords.ts'
import { NextStep } from './NextStep.tsx'
import { RunningCard } from './RunningCard.tsx'
import { ScenesSection } from './ScenesSection.tsx'
import { Notes, Told } from './Told.tsx'
import type { LightChoices } from './ticks.ts'
import { useLightDoings } from './useLightDoings.ts'
import type { LightEdit } from './useLightEdit.ts'

export interface RoomViewProps {
  view: LightsView
  choices: LightChoices
  words: LightWords
  edits: LightEdit
}

export function RoomView({ view, choices, words, edits }: RoomViewProps) {
  const doings = useLightDoings()
  const parts = { view, choices, words, doings, edits }
  return (
    <>
      <div className={styles.stack}>
        <House view={view} words={words} doings={doings} />
        <NextStep view={view} />
        <Notes view={view} isTrialOn={choices.isTrialOn} />
        <RunningCard view={view} words={words} doings={doings} />
        <Told view={view} words={words} />
      </div>
      <LooksSection {...parts} />
      <ScenesSection {...parts} />
    </>
  )
}
