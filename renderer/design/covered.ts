/** Whether something lies over the whole window: a sheet steps back for it, and comes again after. */
import { createContext, useContext } from 'react'

const CoveredContext = createContext(false)
export const CoveredProvider = CoveredContext.Provider
export const useCovered = (): boolean => useContext(CoveredContext)
