/** Own people, first one first: added, changed, moved and taken off with the keyboard alone. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_OWN_PEOPLE, type OwnPerson } from '../../../electron/core/care/safetyPlan.ts'
import { Button } from '../../design/Button.tsx'
import styles from './People.module.css'
import { PersonForm } from './PersonForm.tsx'
import { PersonRow } from './PersonRow.tsx'
import { emptyFields, fieldsOf, personOf } from './personFields.ts'
import { usePeopleEdit } from './usePeopleEdit.ts'

/** Whose form is open: an id, someone new, or nobody's. */
type Editing = string | 'new' | null

export function OwnPeopleView({ people }: { people: readonly OwnPerson[] }) {
  const { t } = useTranslation()
  const { failure, keep, move, remove } = usePeopleEdit(people)
  const [editing, setEditing] = useState<Editing>(null)
  const [told, setTold] = useState('')
  const place = useRef<HTMLDivElement>(null)
  const focusNext = useFocusNext(place, `${people.map(({ id }) => id).join()} ${editing}`)

  function closeForm(id: string | null) {
    setEditing(null)
    focusNext(id === null ? ['[data-way="add"]'] : [`[data-person="${id}"] [data-way="edit"]`])
  }
  async function moveAndTell(person: OwnPerson, by: -1 | 1) {
    const to = people.indexOf(person) + by
    const ways = by < 0 ? ['up', 'down'] : ['down', 'up']
    focusNext(ways.map((way) => `[data-person="${person.id}"] [data-way="${way}"]`))
    if (await move(person.id, by)) setTold(t('people.moved', { name: person.name, place: to + 1 }))
  }
  function removeAndStay(person: OwnPerson) {
    const index = people.indexOf(person)
    const beside = people[index + 1] ?? people[index - 1]
    focusNext([`[data-person="${beside?.id}"] [data-way="edit"]`, '[data-way="add"]'])
    void remove(person.id)
  }

  return (
    <div ref={place} className={styles.people}>
      <p className={styles.about}>{t('people.about')}</p>
      {failure ? (
        <p role="alert" className={styles.wrong}>
          {t('people.notSaved', { reason: t(`errors.${failure}`) })}
        </p>
      ) : null}
      <p className="unseen" role="status">
        {told}
      </p>
      {people.length === 0 ? <p>{t('people.none')}</p> : null}
      {people.length > 0 ? (
        <ol className={styles.list} aria-label={t('people.list')}>
          {people.map((person, index) => (
            <li key={person.id} data-person={person.id} className={styles.row}>
              {editing === person.id ? (
                <PersonForm
                  title={t('people.editTitle', { name: person.name })}
                  start={fieldsOf(person)}
                  onKeep={async (fields) => {
                    if (await keep(personOf(person.id, fields))) closeForm(person.id)
                  }}
                  onCancel={() => closeForm(person.id)}
                />
              ) : (
                <PersonRow
                  person={person}
                  isFirst={index === 0}
                  isLast={index === people.length - 1}
                  onMove={(by) => void moveAndTell(person, by)}
                  onEdit={() => setEditing(person.id)}
                  onRemove={() => removeAndStay(person)}
                />
              )}
            </li>
          ))}
        </ol>
      ) : null}
      {editing === 'new' ? (
        <PersonForm
          title={t('people.newTitle')}
          start={emptyFields}
          onKeep={async (fields) => {
            if (await keep(personOf(crypto.randomUUID(), fields))) closeForm(null)
          }}
          onCancel={() => closeForm(null)}
        />
      ) : people.length >= MOST_OWN_PEOPLE ? (
        <p className={styles.small}>{t('people.many')}</p>
      ) : (
        <Button
          look={people.length === 0 ? 'filled' : 'chip'}
          className={styles.add ?? ''}
          data-way="add"
          onClick={() => setEditing('new')}
        >
          {t('people.add')}
        </Button>
      )}
    </div>
  )
}

/** Where the keyboard goes once the list has changed: the first of the given ones that can take it. */
function useFocusNext(
  place: RefObject<HTMLElement | null>,
  shown: string,
): (selectors: readonly string[]) => void {
  const wanted = useRef<readonly string[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is what changes.
  useEffect(() => {
    const found = wanted.current
      .map((selector) => place.current?.querySelector<HTMLButtonElement>(selector))
      .find((one) => one && !one.disabled)
    wanted.current = []
    found?.focus()
  }, [place, shown])
  return (selectors) => {
    wanted.current = selectors
  }
}
