/** The places of the home window, and how to get to one from any window. */
import { createContext, useContext, useSyncExternalStore } from 'react'

export const places = [
  'talk',
  'today',
  'pauses',
  'exercises',
  'lights',
  'people',
  'sensing',
  'models',
  'settings',
  'protocol',
] as const
export type Place = (typeof places)[number]

/** Each window says how it opens a place: the home window turns to it, the popup asks the shell. */
export type OpenPlace = (place: Place, ...within: string[]) => void
const OpenPlaceContext = createContext<OpenPlace>(() => {})
export const OpenPlaceProvider = OpenPlaceContext.Provider
export const useOpenPlace = () => useContext(OpenPlaceContext)

/** Goes to a place, and to what is named within it. */
export function goTo(place: Place, ...within: string[]): void {
  window.location.hash = `#/${[place, ...within].join('/')}`
}

function onAddress(look: () => void): () => void {
  window.addEventListener('hashchange', look)
  return () => window.removeEventListener('hashchange', look)
}

/** The shell writes what lies within a place as one part. */
const address = () => window.location.hash.replace(/^#\//, '').replaceAll('%2F', '/')

/** The place in the address bar, so that the way back works and a reload stays. */
export function usePlace(): Place {
  const [name] = useSyncExternalStore(onAddress, address).split('/')
  return places.find((place) => place === name) ?? 'talk'
}

/** What the address names within a place, such as a day; empty while it names another place. */
export function useWithin(place: Place): string[] {
  const [name, ...within] = useSyncExternalStore(onAddress, address).split('/')
  return name === place ? within : []
}
