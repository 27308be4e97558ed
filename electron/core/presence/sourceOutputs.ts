/** Who records sound, as `pactl list source-outputs` tells it: names of programs are read past, never kept. */

export interface SourceOutput {
  /** Index of what is recorded; null when it does not say. */
  source: number | null
  isPaused: boolean
  /** Belongs to a module of the sound server, such as an echo canceller, and runs all day. */
  isOwnedByServer: boolean
  /** Hears what the speakers play, as level meters and visualisers do. */
  hearsSpeakers: boolean
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
/** PulseAudio writes "n/a", PipeWire null, and both the highest number, for nobody. */
const NOBODY = new Set(['', 'n/a', 'null', '-1', '4294967295'])

function indexOf(value: unknown): number | null {
  const text = String(value ?? '')
  return NOBODY.has(text) || !/^\d+$/.test(text) ? null : Number(text)
}

function fromJson(one: unknown): SourceOutput | null {
  if (!isFields(one)) return null
  const properties = isFields(one.properties) ? one.properties : {}
  return {
    source: indexOf(one.source),
    isPaused: one.corked === true,
    isOwnedByServer: indexOf(one.client) === null,
    hearsSpeakers: properties['stream.capture.sink'] === 'true' || one.resample_method === 'peaks',
  }
}

function fromText(block: string): SourceOutput {
  const field = (name: string) => new RegExp(`^\\s*${name}: (.*)$`, 'm').exec(block)?.[1]?.trim()
  return {
    source: indexOf(field('Source')),
    isPaused: field('Corked') === 'yes',
    isOwnedByServer: indexOf(field('Client')) === null,
    hearsSpeakers: /^\s*stream\.capture\.sink = "true"$/m.test(block) || field('Resample method') === 'peaks',
  }
}

/** The recordings; null when the text is no such list. Plain text only in the C locale. */
export function sourceOutputsFrom(text: string): SourceOutput[] | null {
  const trimmed = text.trim()
  if (trimmed.startsWith('[')) {
    const list = jsonList(trimmed)
    const outputs = list?.map(fromJson)
    return outputs?.every((output) => output !== null) ? outputs : null
  }
  if (trimmed === '') return []
  const blocks = trimmed.split(/^Source Output #\d+$/m).slice(1)
  return blocks.length > 0 ? blocks.map(fromText) : null
}

function jsonList(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

/** Indexes of the sources that are a speaker's monitor, from `pactl list short sources` as JSON or plain text. */
export function monitorSourcesFrom(text: string): Set<number> {
  const trimmed = text.trim()
  const rows = trimmed.startsWith('[')
    ? (jsonList(trimmed) ?? []).map((one) => (isFields(one) ? [one.index, one.name] : []))
    : trimmed.split('\n').map((line) => line.split('\t'))
  const monitors = rows.filter(([, name]) => typeof name === 'string' && name.endsWith('.monitor'))
  return new Set(monitors.flatMap(([index]) => indexOf(index) ?? []))
}

/** A program records from something that is no speaker. A muted microphone counts: the call goes on. */
export function isMicrophoneUsed(
  outputs: readonly SourceOutput[],
  monitorSources: ReadonlySet<number>,
): boolean {
  return outputs.some(
    (output) =>
      !output.isPaused &&
      !output.isOwnedByServer &&
      !output.hearsSpeakers &&
      !(output.source !== null && monitorSources.has(output.source)),
  )
}
