/** The file that makes a Linux desktop start Lull at login, as text. */

/** The argument that keeps the popup hidden at a start nobody asked for. */
export const HIDDEN_ARGUMENT = '--hidden'

interface AutostartParts {
  program: string
  /** Folder of the app when it runs from source, else null. */
  app: string | null
  engineNode: string | null
  /** Only when it is not the usual one. */
  dataFolder: string | null
}

/** One argument as the desktop entry specification quotes it; a percent sign would start a field code. */
function quoted(argument: string): string {
  return `"${argument
    .replace(/["`$\\]/g, '\\$&')
    .replace(/\\/g, '\\\\')
    .replace(/%/g, '%%')}"`
}

export function autostartEntry(parts: AutostartParts): string {
  const environment = [
    ...(parts.engineNode ? [`LULL_ENGINE_NODE=${parts.engineNode}`] : []),
    ...(parts.dataFolder ? [`LULL_DATA=${parts.dataFolder}`] : []),
  ]
  const command = [
    ...(environment.length > 0 ? ['env', ...environment] : []),
    parts.program,
    ...(parts.app ? [parts.app] : []),
    HIDDEN_ARGUMENT,
  ]
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Lull',
    `Exec=${command.map(quoted).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}
