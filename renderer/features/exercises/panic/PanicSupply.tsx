/** Keeps at hand what a hard moment needs, for as long as the page lives: the exercises, and whom to call. */
import { useEffect } from 'react'
import { useLinkState } from '../../../watch.ts'
import { useCare } from '../../care/useCare.ts'
import { useCountryHelp } from '../../safety/useCountryHelp.ts'
import { useExercises } from '../useExercises.ts'

export function PanicSupply() {
  const link = useLinkState()
  const { data, isError, refetch } = useExercises()
  useCountryHelp(null)
  useCare()
  const isMissing = data === undefined && isError
  useEffect(() => {
    if (isMissing && link.state === 'connected') void refetch()
  }, [isMissing, link, refetch])
  return null
}
