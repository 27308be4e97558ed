/** What runs through PipeWire, as `pw-dump` tells it: a screen that is shown to somebody, a microphone that is heard. */

export interface PipewireUse {
  isScreenShared: boolean
  isMicrophoneUsed: boolean
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
/** The dump writes numbers and flags as such, and programs write them as text. */
const isTrue = (value: unknown) => value === true || value === 'true'

interface RunningNode {
  mediaClass: string
  properties: Fields
}

function runningNode(entry: unknown): RunningNode | null {
  if (!isFields(entry) || entry.type !== 'PipeWire:Interface:Node' || !isFields(entry.info)) return null
  const { state, props } = entry.info
  if (state !== 'running' || !isFields(props)) return null
  return { mediaClass: String(props['media.class'] ?? ''), properties: props }
}

/**
 * GNOME and KDE offer a shared screen as an outgoing video stream, wlroots as a video source; a camera is a video source
 * as well, but names the device interface it hangs on, or its role.
 */
function isSharedScreen({ mediaClass, properties }: RunningNode): boolean {
  if (mediaClass === 'Stream/Output/Video') return true
  const isCamera = properties['device.api'] !== undefined || properties['media.role'] === 'Camera'
  return mediaClass === 'Video/Source' && !isCamera
}

function isRecording({ mediaClass, properties }: RunningNode): boolean {
  const hearsSpeakers = isTrue(properties['stream.capture.sink']) || isTrue(properties['stream.monitor'])
  return mediaClass === 'Stream/Input/Audio' && !hearsSpeakers
}

/** Null when the text is no dump. */
export function pipewireUse(text: string): PipewireUse | null {
  try {
    const entries: unknown = JSON.parse(text)
    if (!Array.isArray(entries)) return null
    const nodes = entries.flatMap((entry) => runningNode(entry) ?? [])
    return { isScreenShared: nodes.some(isSharedScreen), isMicrophoneUsed: nodes.some(isRecording) }
  } catch {
    return null
  }
}
