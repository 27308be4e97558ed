/** The few addresses a page may hand to the system: a helpline's phone, text message or site, and nothing else. */

const CALL = /^tel:\+?[0-9]{2,15}$/
const TEXT = /^sms:\+?[0-9]{2,15}(\?&?body=[\w%.!-]{0,120})?$/

/** Hosts of every https address in reviewed data, whatever its shape. */
export function httpsHosts(value: unknown, hosts: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string') {
    const url = value.startsWith('https://') ? parsed(value) : null
    if (url) hosts.add(url.host)
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) httpsHosts(part, hosts)
  }
  return hosts
}

export function isAllowedLink(link: string, hosts: ReadonlySet<string>): boolean {
  if (CALL.test(link) || TEXT.test(link)) return true
  const url = parsed(link)
  return url?.protocol === 'https:' && !url.username && !url.password && hosts.has(url.host)
}

function parsed(link: string): URL | null {
  try {
    return new URL(link)
  } catch {
    return null
  }
}
