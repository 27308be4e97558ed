/** Names of time zones come from people here, and are checked before anything counts on them. */

/** Whether this machine knows a time zone of this name, such as Europe/Berlin. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
