/** How often people to call were shown, by month: figures of this computer alone. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EngineClient } from '../../../electron/contract/index.ts'
import { kinds } from '../../../electron/core/safety/tier.ts'
import { Section } from '../../design/Page.tsx'
import { useLanguage } from '../../text/amounts.ts'
import { errorCode, useClient } from '../../watch.ts'
import styles from './ProtocolPage.module.css'

type Month = Awaited<ReturnType<EngineClient['care']['referrals']>>['months'][number]

export function ReferralsSection() {
  const { t } = useTranslation()
  const client = useClient()
  const { data, error } = useQuery({
    queryKey: ['referrals'],
    queryFn: () => client.care.referrals(),
    // Someone who comes back to the page wants the figures of now.
    staleTime: 0,
  })
  return (
    <Section title={t('referrals.title')} about={t('referrals.about')}>
      {error ? <p role="alert">{t(`errors.${errorCode(error)}`)}</p> : null}
      {data?.months.length === 0 ? <p>{t('referrals.none')}</p> : null}
      {data && data.months.length > 0 ? <Months months={data.months} /> : null}
    </Section>
  )
}

function Months({ months }: { months: readonly Month[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const count = new Intl.NumberFormat(language)
  return (
    <table className={styles.months}>
      <thead>
        <tr>
          <th scope="col">{t('referrals.month')}</th>
          <th scope="col">{t('referrals.shown')}</th>
          <th scope="col">{t('referrals.because')}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, shown, byKind }) => (
          <tr key={month}>
            <th scope="row">{name.format(Date.parse(`${month}-01T00:00:00Z`))}</th>
            <td>{count.format(shown)}</td>
            <td>
              {kinds
                .filter((kind) => byKind[kind] > 0)
                .map((kind) => `${t(`referrals.kind.${kind}`)} (${count.format(byKind[kind])})`)
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
