/** What a replayed day does to the lights, and what it prints of them: each look with its writes and refusals, and every way back. */
import type { EngineClient } from '../contract/index.ts'
import type { LightsEntryView } from '../contract/lights.ts'
import { asked, isSameColour, type LampWrite, type Shown } from '../core/lights/lamp.ts'
import type { DayEventOf } from './dayEvents.ts'
import type { DayLine } from './dayLines.ts'
import { type ReplayRoom, replayLampId, replayLight } from './replayRoom.ts'

export type LightsEventOfDay = DayEventOf<'lights' | 'lamp' | 'look'>

export interface DayLightsParts {
  client: EngineClient
  room: ReplayRoom
  line: (atMs: number, kind: string, rest: DayLine) => void
}

const rounded = (percent: number) => Math.round(percent * 100) / 100

const nothing: Shown = { brightness: null, colour: null }

/** What differs, as a write would say it. */
function change(from: Shown, to: Shown): Omit<LampWrite, 'lampId' | 'fadeMs'> {
  const isOther = to.colour !== null && (from.colour === null || !isSameColour(from.colour, to.colour))
  return {
    ...(to.brightness !== null && to.brightness !== from.brightness
      ? { brightness: rounded(to.brightness) }
      : {}),
    ...(isOther && to.colour !== null ? asked(to.colour) : {}),
  }
}

/** What Lull set, or on the way back what was there before. */
function writesOf({ what, lamps }: LightsEntryView): DayLine[] {
  if (what !== 'begun' && what !== 'restored') return []
  return lamps.flatMap(({ lampId, before, set }) => {
    if (what === 'begun' && set === null) return []
    const write = what === 'begun' && set ? change(before, set) : change(nothing, before)
    return [{ light: replayLight(lampId), ...write }]
  })
}

export class DayLights {
  readonly #parts: DayLightsParts
  #printedRow = -1
  #fromDay: number | null = null
  /** Looks at the log follow one another: two at once would print things twice. */
  #looking: Promise<void> = Promise.resolve()

  constructor(parts: DayLightsParts) {
    this.#parts = parts
  }

  /** @throws when the lamps are no lamps, or the wish was refused. */
  async apply(event: LightsEventOfDay): Promise<void> {
    const { lights } = this.#parts.client
    if (event.kind === 'lights') await this.#choose(event)
    else if (event.kind === 'lamp') {
      const { light, isOn, brightness, mirek, isReachable } = event
      await lights.touchLamp({ lampId: replayLampId(light), isOn, brightness, mirek, isReachable })
    } else if (event.look === null) await lights.release()
    else await this.#wish(event.look, event.because)
  }

  changed(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#tell())
    return this.#looking
  }

  async #wish(look: string, because: DayEventOf<'look'>['because']): Promise<void> {
    try {
      await this.#parts.client.lights.apply({ look, because })
    } catch (error) {
      const why = Object(Object(error).data).because
      throw typeof why === 'string' ? new Error(`the wish was refused: ${why}`) : error
    }
  }

  async #choose({ choices, lamps }: DayEventOf<'lights'>): Promise<void> {
    const { client, room } = this.#parts
    if (lamps) room.furnish(lamps)
    if (!choices) return
    const { lights } = await client.settings.current()
    const given = Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined))
    const ids = (some: readonly string[]) => some.map(replayLampId)
    const next = { ...lights, ...given }
    await client.settings.change({
      lights: { ...next, lampIds: ids(next.lampIds), roomIds: ids(next.roomIds) },
    })
  }

  async #tell(): Promise<void> {
    const { client } = this.#parts
    const { workDay } = await client.presence.today()
    const days = { fromDay: Math.min(this.#fromDay ?? workDay, workDay), toDay: workDay + 1 }
    const { entries } = await client.lights.log(days)
    this.#fromDay = workDay
    for (const entry of entries.toSorted((a, b) => a.row - b.row)) this.#entry(entry)
  }

  #entry(entry: LightsEntryView): void {
    const { row, atMs, what, look, because, lamps, refused, why } = entry
    if (row <= this.#printedRow) return
    this.#printedRow = row
    this.#parts.line(atMs, 'lights', {
      ...{ what, look, because },
      writes: writesOf(entry),
      refused: refused.map(({ lampId, rule }) => ({ light: replayLight(lampId), rule })),
      ...(what === 'left' && { left: lamps.map(({ lampId }) => replayLight(lampId)) }),
      why,
    })
  }
}
