/** The country whose lines are shown. */
import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/Choice.tsx'
import { useChooseCountry, useCountries } from './useCountryHelp.ts'

export interface CountryChoiceProps {
  country: string | null
  onChosen?: () => void
}

export function CountryChoice({ country, onChosen }: CountryChoiceProps) {
  const { t } = useTranslation()
  const known = useCountries()
  const choose = useChooseCountry()
  const options = (known?.countries ?? []).map(({ country: value, name }) => ({ value, label: name }))
  return (
    <Choice
      label={t('care.country')}
      value={country}
      options={options}
      placeholder={t('care.chooseCountry')}
      onChoose={(value) => {
        choose(value)
        onChosen?.()
      }}
    />
  )
}
