/** Long rows of letters, cut so that eyes can compare them. */

const GROUP = 4

/** "9f86 d081 …": what a person reads out, four at a time. */
export function fingerprintGroups(sha256: string): string[] {
  return sha256.toUpperCase().match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []
}

/** As browsers write it, to be searched for: "9F:86:D0:…". */
export const fingerprintText = (sha256: string): string =>
  (sha256.toUpperCase().match(/.{1,2}/g) ?? []).join(':')

/** As it stands on the bridge itself. */
export const bridgeIdTail = (bridgeId: string): string => bridgeId.slice(-6).toUpperCase()

export const bridgeIdText = (bridgeId: string): string => bridgeId.toUpperCase()
