/** The base every procedure is built on: the common errors, and the roles that may call it. */
import { oc } from '@orpc/contract'
import { errors } from './errors.ts'

/**
 * Who is at the other end of a connection, set by the host that made it, never by the caller.
 * shell: Electron's main process · window: a page in Electron · browser: a page on loopback · inspect: the inspecting door.
 */
export const roles = ['shell', 'window', 'browser', 'inspect'] as const
export type Role = (typeof roles)[number]

interface Meta {
  roles: readonly Role[]
}

const base = oc.$meta<Meta>({ roles: ['window', 'browser', 'inspect'] }).errors(errors)

/** For pages: a window of the app or a browser tab. */
export const procedure = base
/** For Electron's main process alone. */
export const shellProcedure = base.meta({ roles: ['shell'] })
/** For the shell and for pages. */
export const sharedProcedure = base.meta({ roles: ['shell', 'window', 'browser', 'inspect'] })
/** Longest text a person can send in one message, in UTF-16 units. */
export const MAX_MESSAGE_LENGTH = 100_000
