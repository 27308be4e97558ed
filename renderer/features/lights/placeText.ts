/** A place as people copy it from a map, "52.52, 13.40", and back. */
import type { Place } from '../../../electron/core/lights/sun.ts'

const NUMBER = String.raw`([+\-−]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*`
const PAIR = new RegExp(`^\\s*${NUMBER}([NS])?\\s*[,;\\s]\\s*${NUMBER}([EW])?\\s*$`, 'i')

function numberOf(text: string | undefined, side: string | undefined): number {
  const value = Number((text ?? '').replace('−', '-').replace(',', '.'))
  return side !== undefined && 'SW'.includes(side.toUpperCase()) ? -value : value
}

/** Null where it is no place on earth. */
export function placeOf(text: string): Place | null {
  const match = PAIR.exec(text)
  if (match === null) return null
  const latitude = numberOf(match[1], match[2])
  const longitude = numberOf(match[3], match[4])
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isPlace ? { latitude, longitude } : null
}

/** Two decimals are about a kilometre, and move sunset by seconds. */
export function placeText({ latitude, longitude }: Place): string {
  return `${round(latitude)}, ${round(longitude)}`
}

const round = (degrees: number) => (Math.round(degrees * 100) / 100).toString()
