/** The product on one page: everything that may cross the wire, by feature. */
import type { ContractRouterClient } from '@orpc/contract'
import { balance } from './balance.ts'
import { breaks } from './breaks.ts'
import { care } from './care.ts'
import { chat } from './chat.ts'
import { checkins } from './checkins.ts'
import { devices } from './devices.ts'
import { exercises } from './exercises.ts'
import { homeAssistant } from './homeAssistant.ts'
import { lights } from './lights.ts'
import { models } from './models.ts'
import { presence } from './presence.ts'
import { privacy } from './privacy.ts'
import { safety } from './safety.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { stress } from './stress.ts'

export const contract = {
  chat,
  models,
  settings,
  privacy,
  safety,
  presence,
  devices,
  stress,
  checkins,
  breaks,
  exercises,
  homeAssistant,
  lights,
  care,
  balance,
  shell,
}

/** The typed client every page, the shell and the tests use. */
export type EngineClient = ContractRouterClient<typeof contract>
