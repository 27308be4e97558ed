/** People: who comes first in a hard moment, the plan for a hard night, and how much of it all goes to Lull. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CareView } from '../../../electron/contract/care.ts'
import { Page } from '../../design/Page.tsx'
import { useLasting } from '../../design/times.ts'
import '../../text/careText.ts'
import '../../text/peopleText.ts'
import { useWithin } from '../../windows/places.ts'
import { BalancePage, BalanceTitle } from '../balance/BalancePage.tsx'
import { OwnPeopleView } from './OwnPeopleView.tsx'
import { PeopleBar, type PeoplePart, peopleParts } from './PeopleBar.tsx'
import { PlanView } from './plan/PlanView.tsx'
import { useCare } from './useCare.ts'

/** A shorter wait is not worth a word. */
const SAID_AFTER_MS = 700

export default function PeoplePage() {
  const [within] = useWithin('people')
  const part = peopleParts.find((one) => one === within) ?? 'people'
  const care = useCare()
  const title = useTitle(part, care)
  return (
    <Page title={title} above={<PeopleBar part={part} />}>
      {care && part === 'people' ? <OwnPeopleView people={care.people} /> : null}
      {care && part === 'plan' ? <PlanView plan={care.plan} people={care.people} /> : null}
      {part === 'balance' ? <BalancePage /> : null}
    </Page>
  )
}

function useTitle(part: PeoplePart, care: CareView | undefined): ReactNode {
  const { t } = useTranslation()
  const isLong = useLasting(care === undefined, SAID_AFTER_MS)
  if (part === 'balance') return <BalanceTitle />
  if (!care) return isLong ? t('people.waiting') : <span className="unseen">{t(`people.nav.${part}`)}</span>
  if (part === 'plan') return t(care.plan ? 'plan.ledeKept' : 'plan.lede')
  const [first] = care.people
  return first ? t('people.titleSome', { name: first.name }) : t('people.title')
}
