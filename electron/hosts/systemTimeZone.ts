/** The zone the machine is in, asked anew each time: people travel, and a process may run for weeks. */

export function systemTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
