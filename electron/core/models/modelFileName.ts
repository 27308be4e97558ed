/** Names for model files that are safe on every file system, whatever the person's file was called. */

const MAX_LENGTH = 100
// Names Windows keeps for devices, with or without an extension.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A file name without folders, control characters or reserved names, ending in ".gguf". */
export function modelFileName(raw: string): string {
  const last = raw.split(/[\\/]/).at(-1) ?? ''
  const stem = last
    .normalize('NFC')
    .replace(/\.gguf$/i, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const cut = [...stem].slice(0, MAX_LENGTH).join('').trim()
  const name = cut === '' || RESERVED.test(cut) ? `model-${cut}`.replace(/-$/, '') : cut
  return `${name}.gguf`
}

/** What a person sees for a model without a catalogue entry: its own title when it has one, else the file's name. */
export function modelTitle(ownTitle: string | null, fileName: string): string {
  const clean = (text: string) =>
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .trim()
      .slice(0, 80)
  return clean(ownTitle ?? '') || clean(fileName.replace(/\.gguf$/i, '')) || 'Model'
}
