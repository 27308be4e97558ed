/** Asks the lamps in the room to breathe along, on this page's clock; an exercise never waits for them. */
import { useEffect, useState } from 'react'
import type { ExercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import { lengthToFollow } from '../../../../electron/core/exercises/planToFollow.ts'
import { hasWave } from '../../../../electron/core/lights/breatheWaves.ts'
import { useClient, useLinkState } from '../../../watch.ts'
import { useLights } from '../../lights/useLights.ts'
import { useSettings } from '../../settings/useSettings.ts'

/** Further off than this, the clock was set, and the lamps are told anew. */
const DRIFT_MS = 60
const LOOK_EVERY_MS = 2000

export interface LampsFollow {
  plan: ExercisePlan
  /** It is done by the clock now: it does not stand, and is not read in one's own time. */
  isRunning: boolean
  /** Time in it up to now, ms. */
  spentMs: () => number
}

/** @returns whether any lamp follows. */
export function useLampsFollow({ plan, isRunning, spentMs }: LampsFollow): boolean {
  const client = useClient()
  const link = useLinkState()
  const isWanted = useSettings()?.lights.followsExercises === true
  const lights = useLights()
  const mayFollow = lights !== undefined && (lights.isAllowed || lights.isSimulated)
  const asks = isWanted && mayFollow && isRunning && hasWave(plan)
  const [follows, setFollows] = useState(false)
  // An engine that has just come back knows of nothing.
  const generation = link.state === 'connected' ? link.generation : null

  useEffect(() => {
    if (!asks || generation === null) return
    let isOver = false
    let beganAtMs = 0
    const begun = () => Date.now() - spentMs()
    const ask = () => {
      beganAtMs = begun()
      const startedAtMs = Math.round(beganAtMs)
      client.lights
        .followExercise({ exerciseId: plan.id, lengthSeconds: lengthToFollow(plan), startedAtMs })
        .then((answer) => isOver || setFollows(answer.follows))
        .catch(() => {})
    }
    const end = () => void client.lights.exerciseEnded().catch(() => {})
    const look = setInterval(() => Math.abs(begun() - beganAtMs) > DRIFT_MS && ask(), LOOK_EVERY_MS)
    ask()
    window.addEventListener('pagehide', end)
    return () => {
      isOver = true
      clearInterval(look)
      window.removeEventListener('pagehide', end)
      setFollows(false)
      end()
    }
  }, [asks, generation, client, plan, spentMs])
  return follows
}
