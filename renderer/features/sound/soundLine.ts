/** What the windows of Lull tell each other about sound, so that only one of them is heard. */
import { SOUND_KINDS, type SoundKind } from '../../../electron/core/sound/soundKinds.ts'

export type SoundWord =
  /** It began then, epoch ms; the later one stays. */
  | { say: 'playing'; from: string; kind: SoundKind; sinceMs: number }
  | { say: 'silent'; from: string }
  /** A window that has just opened asks what is heard. */
  | { say: 'who'; from: string }
  /** Somebody pressed stop in another window. */
  | { say: 'stop'; from: string }

export interface SoundLine {
  tell(word: SoundWord): void
  close(): void
}

const says = ['playing', 'silent', 'who', 'stop']

/** Another page of the same address may be of another version. */
function isWord(data: unknown): data is SoundWord {
  if (typeof data !== 'object' || data === null) return false
  const { say, from, kind, sinceMs } = data as Record<string, unknown>
  if (typeof from !== 'string' || typeof say !== 'string' || !says.includes(say)) return false
  return say !== 'playing' || (SOUND_KINDS.some((one) => one === kind) && typeof sinceMs === 'number')
}

export function soundLine(onWord: (word: SoundWord) => void): SoundLine {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} }
  const channel = new BroadcastChannel('lull-sound')
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isWord(data)) onWord(data)
  }
  return { tell: (word) => channel.postMessage(word), close: () => channel.close() }
}
