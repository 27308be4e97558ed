/** Changes to one's own people: each is kept at once, and whoever was taken off can come back. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnPerson } from '../../../electron/core/care/safetyPlan.ts'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, type PageErrorCode, useClient } from '../../watch.ts'

/** As long as the engine keeps anything else that was erased. */
const UNDO_SECONDS = 10

export interface PeopleEdit {
  failure: PageErrorCode | null
  keep: (person: OwnPerson) => Promise<boolean>
  move: (id: string, by: -1 | 1) => Promise<boolean>
  remove: (id: string) => Promise<boolean>
}

export function usePeopleEdit(people: readonly OwnPerson[]): PeopleEdit {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const [failure, setFailure] = useState<PageErrorCode | null>(null)

  async function set(next: readonly OwnPerson[]): Promise<boolean> {
    setFailure(null)
    try {
      await client.care.setPeople({ people: [...next] })
      return true
    } catch (error) {
      setFailure(errorCode(error))
      return false
    }
  }

  return {
    failure,
    keep(person) {
      const index = people.findIndex(({ id }) => id === person.id)
      return set(index < 0 ? [...people, person] : people.with(index, person))
    },
    move: (id, by) => set(moved(people, id, by)),
    async remove(id) {
      const person = people.find((one) => one.id === id)
      if (!person || !(await set(people.filter((one) => one !== person)))) return false
      const undo = { label: t('common.undo'), seconds: UNDO_SECONDS, run: () => void set(people) }
      notice({ text: t('people.removed', { name: person.name }), undo })
      return true
    },
  }
}

/** The same list with one a place further up or down; as it is at either end. */
export function moved<One extends { id: string }>(
  all: readonly One[],
  id: string,
  by: -1 | 1,
): readonly One[] {
  const from = all.findIndex((one) => one.id === id)
  const [one, other] = [all[from], all[from + by]]
  return one && other ? all.with(from, other).with(from + by, one) : all
}
