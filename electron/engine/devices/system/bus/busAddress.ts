/** Where the buses of this session are; only sockets of this machine are used. */
import { isAbsolute } from 'node:path'
import type { Environment } from '../commands/runCommand.ts'
import type { BusKind } from './bus.ts'

const SYSTEM_BUS = 'unix:path=/run/dbus/system_bus_socket'

/** The first address of a list that is a socket; others would start programs or reach over the network. */
function firstSocket(list: string | undefined): string | null {
  const addresses = (list ?? '').split(';').map((address) => address.trim())
  return addresses.find((address) => /^unix:(path|abstract)=[^,;]+/.test(address)) ?? null
}

/** Null where there is no such bus. */
export function busAddress(kind: BusKind, env: Environment): string | null {
  if (kind === 'system') return firstSocket(env.DBUS_SYSTEM_BUS_ADDRESS) ?? SYSTEM_BUS
  const named = firstSocket(env.DBUS_SESSION_BUS_ADDRESS)
  if (named || env.DBUS_SESSION_BUS_ADDRESS) return named
  const folder = env.XDG_RUNTIME_DIR
  return folder && isAbsolute(folder) ? `unix:path=${folder}/bus` : null
}
