/** Where the keyboard goes when something was removed by a menu that is gone with it. */
import { useEffect, useRef } from 'react'

/**
 * @param ids what is there now
 * @param next what gets the keyboard once the removed one is gone
 * @returns what is to be told of each removal, before it happens
 */
export function useRemoving(
  ids: readonly string[],
  next: () => HTMLElement | null | undefined,
): (id: string) => void {
  const removing = useRef<string | null>(null)
  useEffect(() => {
    if (removing.current === null || ids.includes(removing.current)) return
    removing.current = null
    next()?.focus()
  })
  return (id) => {
    removing.current = id
  }
}
