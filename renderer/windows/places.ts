/** The places of the home window, and how to get to one from any window. */
import { createContext, useContext, useEffect, useState } from 'react'

export const places = ['talk', 'today', 'sensing', 'models', 'settings', 'protocol'] as const
export type Place = (typeof places)[number]

/** Each window says how it opens a place: the home window turns to it, the popup asks the shell. */
const OpenPlaceContext = createContext<(place: Place) => void>(() => {})
export const OpenPlaceProvider = OpenPlaceContext.Provider
export const useOpenPlace = () => useContext(OpenPlaceContext)

function placeInAddress(): Place {
  const name = window.location.hash.replace(/^#\//, '')
  return places.find((place) => place === name) ?? 'talk'
}

export function goTo(place: Place): void {
  window.location.hash = `#/${place}`
}

/** The place in the address bar, so that the way back works and a reload stays. */
export function usePlace(): Place {
  const [place, setPlace] = useState(placeInAddress)
  useEffect(() => {
    const look = () => setPlace(placeInAddress())
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
  return place
}
