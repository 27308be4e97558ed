/** An announcer that writes down what it is told and connects when the test says. */
import type {
  Announcement,
  Announcer,
  AnnouncerContext,
} from '../../../../electron/engine/ports/announcer.ts'
import type { DeviceSettings } from '../../../../electron/engine/ports/vitals.ts'

export class FakeAnnouncer implements Announcer {
  readonly broker: DeviceSettings
  readonly context: AnnouncerContext
  told: Announcement[] = []
  takenBack: readonly string[] | null = null
  #isUp = false
  /** Resolves the close; at once unless the test holds it. */
  held: Promise<void> = Promise.resolve()

  constructor(broker: DeviceSettings, context: AnnouncerContext) {
    this.broker = broker
    this.context = context
    context.phase({ phase: 'connecting' })
  }

  tell(announcements: readonly Announcement[]): void {
    if (this.#isUp) this.told.push(...announcements)
  }

  close(takeBack: readonly string[] = []): Promise<void> {
    this.takenBack = takeBack
    this.#isUp = false
    return this.held
  }

  /** The link is up. */
  connect(): this {
    this.#isUp = true
    this.context.phase({ phase: 'connected', protocol: '5' })
    this.context.tellAll()
    return this
  }

  /** What was told since the last look, as `topic payload`. */
  look(): string[] {
    const told = this.told.map(({ topic, payload }) => `${topic} ${payload}`)
    this.told = []
    return told
  }
}

export function fakeAnnouncers() {
  const all: FakeAnnouncer[] = []
  return {
    all,
    connect(broker: DeviceSettings, context: AnnouncerContext): FakeAnnouncer {
      if (broker.host === 'throws') throw new Error('settings of another version')
      const announcer = new FakeAnnouncer(broker, context)
      all.push(announcer)
      return announcer
    },
    last() {
      const announcer = all.at(-1)
      if (!announcer) throw new Error('nothing was connected')
      return announcer
    },
  }
}
