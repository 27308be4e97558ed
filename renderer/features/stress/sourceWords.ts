/** Where beats came from, as a person would call it: the device's own name, the simulator, or simply a sensor. */
import type { DayWords } from './dayWords.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i

/** A source is the name of a mapping, and after a slash that of the device, where it told one. */
export function sourceWords(source: string, { t }: DayWords): string {
  const slash = source.indexOf('/')
  const mapping = slash < 0 ? source : source.slice(0, slash)
  const device = slash < 0 ? '' : source.slice(slash + 1)
  if (mapping === 'simulator') return t('today.beats.simulator')
  const name = device === '' ? mapping : device
  return name === '' || uuid.test(name) ? t('today.beats.someSource') : name
}
