/** The system's language and country, or null where it does not say: a guessed country would give wrong helplines. */

export function systemLocale(
  env: Record<string, string | undefined> = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  if (platform === 'win32' || platform === 'darwin') return Intl.DateTimeFormat().resolvedOptions().locale
  // With LANG=C or none ICU claims en-US, so the variables are read themselves, in their order of rank.
  const said = env.LC_ALL || env.LC_MESSAGES || env.LANG
  const found = /^([a-z]{2,3})_([A-Z]{2})\b/.exec(said ?? '')
  return found ? `${found[1]}-${found[2]}` : null
}
