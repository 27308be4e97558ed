/** Lights as pages, tray and a home are shown them: sources, lamps, what is wanted, and what was just done. */
import type { LampView, LightSourceView, LightsView } from '../../../contract/lights.ts'
import type { Lamp } from '../../../core/lights/lamp.ts'
import { BECAUSE } from '../../../core/lights/lightsEffects.ts'
import type { LightsState } from '../../../core/lights/lightsState.ts'
import { choiceOf } from '../../../core/lights/limits.ts'
import { isAfterSunset, isPlace, type SunSource, sunDay } from '../../../core/lights/sun.ts'
import { lastWrite } from '../../../core/lights/writeLog.ts'
import { type LocalMoment, workDay } from '../../../core/presence/localMoment.ts'
import type { LampGroup, LampScene } from '../../ports/lights.ts'
import type { LightSources } from './lightSources.ts'
import type { SourceRun } from './sourceRun.ts'
import type { StoredSource } from './sourcesStore.ts'

export interface ViewParts {
  state: LightsState
  now: LocalMoment
  sources: LightSources
  /** As the person chose, whatever holds in the room on screen. */
  isAllowed: boolean
  isPaused: boolean
  brokerTitle: (deviceId: string) => string | null
}

type Told = Pick<LightsView, 'announced' | 'told'>

const DRIVERS = ['hue', 'hueV1', 'mqttLights', 'simulator'] as const
const HTTPS_PORT = 443
const HTTP_PORT = 80

function driverOf(id: string): LightSourceView['driver'] {
  return DRIVERS.find((one) => one === id) ?? 'hue'
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

/** Where it is found; the port only where it is not the usual one. */
function addressOf({ driver, settings }: StoredSource, brokerTitle: ViewParts['brokerTitle']): string | null {
  if (driver === 'mqttLights') return brokerTitle(String(settings.deviceId))
  const host = text(settings.host)
  if (host === null) return null
  const isUsual = [undefined, HTTPS_PORT, HTTP_PORT].some((port) => port === settings.port)
  return isUsual ? host : `${host}:${String(settings.port)}`
}

function sourceView(
  source: StoredSource,
  run: SourceRun | null,
  brokerTitle: ViewParts['brokerTitle'],
): LightSourceView {
  const { id, driver, title } = source
  return {
    id,
    title,
    driver: driverOf(driver),
    phase: run?.state.phase ?? { phase: 'connecting' },
    isVerified: driver !== 'hueV1',
    address: addressOf(source, brokerTitle),
    bridgeId: text(source.settings.bridgeId),
    sha256: text(source.settings.certificateSha256),
    lamps: run?.snapshot?.lamps.length ?? 0,
    unread: run?.snapshot?.unreadCount ?? 0,
    gaveUp: run?.gaveUp ?? false,
  }
}

function lampView(lamp: Lamp, sourceId: string, { state, now }: ViewParts): LampView {
  const { can, leastBrightness: _least, roomIds, ...rest } = lamp
  const held = state.held.find(({ lampId }) => lampId === lamp.id)
  const claimId = held?.layers.at(-1)?.claimId
  const last = lastWrite(state.log, lamp.id)
  const isFading = last !== null && now.atMs - last.atMs < last.fadeMs
  return {
    ...rest,
    sourceId,
    roomIds: [...roomIds],
    can: { dim: can.dim, temperature: can.temperature, colour: can.colour !== null },
    choice: choiceOf(lamp, state.limits),
    heldBy: state.claims.find(({ id }) => id === claimId)?.look.id ?? null,
    fadeMs: isFading ? last.fadeMs : null,
  }
}

const groupView = (group: LampGroup, kind: 'room' | 'zone', sourceId: string) => ({
  ...{ id: group.id, sourceId, kind, name: group.name },
  lampIds: [...group.lampIds],
})

const sceneView = ({ id, name, groupId, isSmart, lamps }: LampScene) => ({
  ...{ id, name, groupId, isSmart },
  canAdopt: lamps.length > 0,
})

function claimsOf({ claims }: LightsState): LightsView['claims'] {
  const strongestFirst = claims.toSorted((a, b) => BECAUSE.indexOf(a.because) - BECAUSE.indexOf(b.because))
  return strongestFirst.map(({ id, look, because, fromMs, begunMs, untilMs, lastsMs }) => ({
    ...{ claimId: id, look: look.id, because, fromMs, begunMs },
    untilMs: lastsMs !== null && begunMs !== null ? begunMs + lastsMs : untilMs,
  }))
}

function sunOf(sun: SunSource, now: LocalMoment): LightsView['sun'] {
  if (sun.kind === 'clock' || !isPlace(sun)) return null
  const day = sunDay(sun, now)
  if (day.kind !== 'times') return null
  return { sunriseAtMs: Math.round(day.sunriseAtMs), sunsetAtMs: Math.round(day.sunsetAtMs) }
}

export function lightsView(parts: ViewParts, { announced, told }: Told): LightsView {
  const { state, now, sources, isAllowed, isPaused, brokerTitle } = parts
  const shown = sources.shown().map((source) => ({ source, run: sources.run(source.id) }))
  const all = shown.flatMap(({ run }) => (run?.snapshot ? [{ run, snapshot: run.snapshot }] : []))
  const lamps = all.flatMap(({ run, snapshot }) =>
    snapshot.lamps.map((lamp) => lampView(lamp, run.id, parts)),
  )
  return {
    atMs: now.atMs,
    isAllowed,
    isSimulated: sources.isSimulated,
    isPaused,
    sources: shown.map(({ source, run }) => sourceView(source, run, brokerTitle)),
    lamps,
    groups: all.flatMap(({ run, snapshot }) => [
      ...snapshot.rooms.map((group) => groupView(group, 'room', run.id)),
      ...snapshot.zones.map((group) => groupView(group, 'zone', run.id)),
    ]),
    scenes: all.flatMap(({ snapshot }) => snapshot.scenes.map(sceneView)),
    claims: claimsOf(state),
    announced: state.claims.some(({ id }) => id === announced?.claimId) ? announced : null,
    told,
    owed: state.held.filter(({ giving }) => giving !== null).length,
    looksToday: state.day?.workDay === workDay(now) ? state.day.looks : 0,
    isAfterSunset: isAfterSunset(state.limits.sun, now),
    sun: sunOf(state.limits.sun, now),
  }
}
