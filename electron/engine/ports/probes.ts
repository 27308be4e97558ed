/** A child process for native code that may die: the desktop's windows and idle time, or counts of input. */

/** `desktop` asks windows, idle time and full screen; `input` counts keys and clicks and aborts without a display. */
export type ProbeKind = 'desktop' | 'input'

/** A probe process that was started for this engine. */
export interface ProbeProcess {
  /** Messages of `core/presence/probeMessage.ts`, unchecked: whoever listens validates. */
  onMessage(listener: (message: unknown) => void): void
  post(message: unknown): void
  /** Resolves once, when the process is gone for whatever reason. */
  ended: Promise<{ expected: boolean; detail: string }>
  /** Ends the process. Safe to call twice. */
  end(): void
}
