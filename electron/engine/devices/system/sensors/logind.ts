/** The system's login service: whether the session is locked, and when the machine goes to sleep. */
import { flagOf, plain, propertyOf } from '../bus/bus.ts'
import type { BusLink, SignalRule } from '../bus/busLink.ts'
import { type Answer, Question } from '../question.ts'
import type { SensorContext } from './sensorContext.ts'

const MANAGER = { destination: 'org.freedesktop.login1', path: '/org/freedesktop/login1' } as const
const MANAGER_INTERFACE = 'org.freedesktop.login1.Manager'
const SESSION_INTERFACE = 'org.freedesktop.login1.Session'
const USER_INTERFACE = 'org.freedesktop.login1.User'

const SLEEP: SignalRule = {
  sender: MANAGER.destination,
  path: MANAGER.path,
  interface: MANAGER_INTERFACE,
  member: 'PrepareForSleep',
}

export interface LogindEvents {
  onLocked(locked: boolean): void
  onAsleep(asleep: boolean): void
}

export class Logind {
  readonly #bus: BusLink
  readonly #sessionId: string | undefined
  readonly #events: LogindEvents
  readonly #locked: Question<boolean>
  readonly #preparing: Question<boolean>
  readonly #unlistenSleep: () => void
  #session: string | null = null
  #unlistenSession = () => {}

  constructor({ clock, systemBus, env }: SensorContext, events: LogindEvents) {
    this.#bus = systemBus
    this.#sessionId = env.XDG_SESSION_ID
    this.#events = events
    this.#locked = new Question(clock, () => this.#askLocked())
    this.#preparing = new Question(clock, () => this.#flag(MANAGER, MANAGER_INTERFACE, 'PreparingForSleep'))
    this.#unlistenSleep = systemBus.listen(SLEEP, ([asleep]) => {
      if (typeof asleep === 'boolean') events.onAsleep(asleep)
    })
  }

  locked(): Promise<Answer<boolean>> {
    return this.#locked.answer()
  }

  /** True for the moment between the announcement and the sleep itself. */
  asleep(): Promise<Answer<boolean>> {
    return this.#preparing.answer()
  }

  /** The bus is another one now. */
  forget(): void {
    this.#forgetSession()
    this.#locked.forgetAbsence()
    this.#preparing.forgetAbsence()
  }

  stop(): void {
    this.#unlistenSleep()
    this.#forgetSession()
  }

  async #askLocked(): Promise<boolean> {
    this.#session ??= await this.#findSession()
    try {
      return await this.#flag(this.#sessionTarget(this.#session), SESSION_INTERFACE, 'LockedHint')
    } catch (error) {
      // The session may have ended while the service lives on.
      this.#forgetSession()
      throw error
    }
  }

  /** Programs that a user service started belong to no session: then it is the one on the person's screen. */
  async #findSession(): Promise<string> {
    const path = (await this.#ownSession().catch(() => null)) ?? (await this.#shownSession())
    this.#unlistenSession()
    this.#unlistenSession = this.#bus.listen(
      {
        sender: MANAGER.destination,
        path,
        interface: 'org.freedesktop.DBus.Properties',
        member: 'PropertiesChanged',
      },
      ([, changed]) => this.#hearChange(changed),
    )
    return path
  }

  async #ownSession(): Promise<string | null> {
    if (!this.#sessionId) return null
    return this.#path('GetSession', 's', this.#sessionId)
  }

  async #shownSession(): Promise<string> {
    const uid = process.getuid?.()
    if (uid === undefined) throw new Error('There are no sessions here.')
    const user = { destination: MANAGER.destination, path: await this.#path('GetUser', 'u', uid) }
    const [display] = await this.#bus.call(propertyOf(user, USER_INTERFACE, 'Display'))
    const session = plain(display)
    const path = Array.isArray(session) ? session[1] : null
    if (typeof path !== 'string' || path === '/') throw new Error('The person has no session on a screen.')
    return path
  }

  async #path(member: string, signature: string, argument: string | number): Promise<string> {
    const [path] = await this.#bus.call({
      ...MANAGER,
      interface: MANAGER_INTERFACE,
      member,
      signature,
      body: [argument],
    })
    if (typeof path !== 'string') throw new Error('The login service answered without a path.')
    return path
  }

  async #flag(
    target: { destination: string; path: string },
    name: string,
    property: string,
  ): Promise<boolean> {
    const [value] = await this.#bus.call(propertyOf(target, name, property))
    return flagOf(plain(value))
  }

  #sessionTarget(path: string) {
    return { destination: MANAGER.destination, path }
  }

  #hearChange(changed: unknown): void {
    if (typeof changed !== 'object' || changed === null || !('LockedHint' in changed)) return
    const locked = plain(changed.LockedHint)
    if (typeof locked === 'boolean') this.#events.onLocked(locked)
  }

  #forgetSession(): void {
    this.#session = null
    this.#unlistenSession()
    this.#unlistenSession = () => {}
  }
}
