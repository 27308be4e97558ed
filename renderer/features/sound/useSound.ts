/** The sound of this page, for whatever shows it or switches it. */
import { useEffect, useSyncExternalStore } from 'react'
import type { Engine } from '../../engine.ts'
import { useEngine } from '../../watch.ts'
import { useBreaks } from '../breaks/live/useBreaks.ts'
import { useSensing } from '../presence/useSensing.ts'
import { useSettings } from '../settings/useSettings.ts'
import { SoundPlayer, type SoundView } from './soundPlayer.ts'

/** One for each page, as there is one connection. */
const players = new WeakMap<Engine, SoundPlayer>()

function playerOf(engine: Engine): SoundPlayer {
  const known = players.get(engine)
  if (known) return known
  const player = new SoundPlayer()
  players.set(engine, player)
  window.addEventListener('pagehide', () => player.leave())
  return player
}

export const useSoundPlayer = (): SoundPlayer => playerOf(useEngine())

export function useSound(): SoundView {
  const player = useSoundPlayer()
  return useSyncExternalStore(player.subscribe, player.view)
}

/** Keeps it to what happens around it; needed wherever it can be begun, and does no harm twice. */
export function useSoundKept(): void {
  const player = useSoundPlayer()
  const volume = useSettings()?.sound.volume
  const sensed = useSensing()
  const running = useBreaks()?.running
  const inCall = sensed?.inCall.value ?? null
  const isAsleep = sensed?.activity.value === 'asleep'
  const pauseEndsAtMs = running?.endsAtMs ?? null
  useEffect(() => {
    if (volume !== undefined) player.setVolume(volume)
  }, [player, volume])
  useEffect(() => player.callIs(inCall), [player, inCall])
  useEffect(() => {
    if (isAsleep) player.slept()
  }, [player, isAsleep])
  useEffect(() => {
    if (running !== undefined) player.pauseIs(pauseEndsAtMs)
  }, [player, running, pauseEndsAtMs])
}
