/** What GNOME and KDE know of the moment: whether something keeps the screen awake, whether messages are held back. */
import { countOf, flagOf, plain, propertyOf } from '../bus/bus.ts'
import { Question, toldOrNull } from '../question.ts'
import { type SensorContext, sourceState } from './sensorContext.ts'

export interface DesktopMood {
  look(): Promise<{ keptAwake: boolean | null; doNotDisturb: boolean | null }>
  /** Whether anything on this system is asked about "do not disturb" here. */
  tellsDoNotDisturb: boolean
  stop(): void
}

/** GNOME's session manager: 8 stands for "the session must not go idle", as players and calls ask for. */
const SESSION_MANAGER = { destination: 'org.gnome.SessionManager', path: '/org/gnome/SessionManager' }
const IDLE_INHIBITED = 8
/** KDE's power management: 4 stands for "leave the screen on". */
const POLICY_AGENT = {
  destination: 'org.kde.Solid.PowerManagement',
  path: '/org/kde/Solid/PowerManagement/PolicyAgent',
  interface: 'org.kde.Solid.PowerManagement.PolicyAgent',
}
const CHANGE_SCREEN_SETTINGS = 4
/** Only KDE has this property. */
const NOTIFICATIONS = { destination: 'org.freedesktop.Notifications', path: '/org/freedesktop/Notifications' }

const GSETTINGS = '/usr/bin/gsettings'
const SHOW_BANNERS = ['get', 'org.gnome.desktop.notifications', 'show-banners'] as const

/** The setting exists wherever GNOME's schemas are installed, and means something on GNOME only. */
const isGnome = (env: SensorContext['env']) => /GNOME|Unity|Budgie/i.test(env.XDG_CURRENT_DESKTOP ?? '')

function questions({ clock, env, run, sessionBus }: SensorContext) {
  return {
    gnomeAwake: new Question(clock, async () => {
      const call = propertyOf(SESSION_MANAGER, 'org.gnome.SessionManager', 'InhibitedActions')
      const [actions] = await sessionBus.call(call)
      return (countOf(plain(actions)) & IDLE_INHIBITED) !== 0
    }),
    kdeAwake: new Question(clock, async () => {
      const body = [CHANGE_SCREEN_SETTINGS]
      const call = { ...POLICY_AGENT, member: 'HasInhibition', signature: 'u', body }
      const [isInhibited] = await sessionBus.call(call)
      return flagOf(isInhibited)
    }),
    kdeQuiet: new Question(clock, async () => {
      const [value] = await sessionBus.call(propertyOf(NOTIFICATIONS, NOTIFICATIONS.destination, 'Inhibited'))
      return flagOf(plain(value))
    }),
    gnomeQuiet: new Question(clock, async () => {
      if (!isGnome(env)) throw new Error('This is not GNOME.')
      const shown = (await run(GSETTINGS, SHOW_BANNERS)).trim()
      if (shown !== 'true' && shown !== 'false') throw new Error('The setting is neither on nor off.')
      return shown === 'false'
    }),
  }
}

export function linuxMood(context: SensorContext): DesktopMood {
  const ask = questions(context)
  const forget = () => {
    for (const question of Object.values(ask)) question.forgetAbsence()
  }
  const stop = context.sessionBus.join({ onConnected: forget })
  return {
    tellsDoNotDisturb: true,
    stop,
    async look() {
      const [gnomeAwake, kdeAwake, kdeQuiet] = await Promise.all([
        ask.gnomeAwake.answer(),
        ask.kdeAwake.answer(),
        ask.kdeQuiet.answer(),
      ])
      // One desktop at a time: what KDE answers needs no command to be run.
      const gnomeQuiet =
        kdeQuiet.kind === 'absent' ? await ask.gnomeQuiet.answer() : ({ kind: 'absent' } as const)
      context.report('gnome-session', sourceState(gnomeAwake))
      context.report('kde-power', sourceState(kdeAwake))
      context.report('notifications', sourceState(kdeQuiet))
      context.report('gnome-settings', sourceState(gnomeQuiet))
      return {
        keptAwake: toldOrNull(gnomeAwake) ?? toldOrNull(kdeAwake),
        doNotDisturb: toldOrNull(kdeQuiet) ?? toldOrNull(gnomeQuiet),
      }
    },
  }
}
