/** The product on one page: everything that may cross the wire, by feature. */
import type { ContractRouterClient } from '@orpc/contract'
import { chat } from './chat.ts'
import { models } from './models.ts'
import { presence } from './presence.ts'
import { privacy } from './privacy.ts'
import { safety } from './safety.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'

export const contract = { chat, models, settings, privacy, safety, presence, shell }

/** The typed client every page, the shell and the tests use. */
export type EngineClient = ContractRouterClient<typeof contract>
