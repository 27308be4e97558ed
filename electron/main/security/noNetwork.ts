/** Keeps Chromium itself off the network: left alone it fetches dictionaries and looks up names that nobody asked for. */
import { app } from 'electron'

/**
 * The page comes from app:// and the engine downloads through Node, so no address is Chromium's business. A session's
 * filters do not see what the browser process asks for by itself; the resolver does, and it knows no name and no address.
 */
const switches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // A system's proxy settings may point to a script that would be fetched first.
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
]

/** Must run before the app is ready. */
export function keepChromiumOffline(): void {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value)
}
