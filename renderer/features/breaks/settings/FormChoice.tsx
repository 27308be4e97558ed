/** The three forms of an offer, each shown as what it is. */
import { useTranslation } from 'react-i18next'
import { Cards } from './Cards.tsx'
import { type BreakForm, FormPicture } from './FormPicture.tsx'

const forms = ['tray', 'corner', 'overlay'] as const

export interface FormChoiceProps {
  form: BreakForm
  onChoose: (form: BreakForm) => void
}

export function FormChoice({ form, onChoose }: FormChoiceProps) {
  const { t } = useTranslation()
  return (
    <Cards
      label={t('breakSettings.offers.form')}
      value={form}
      options={forms.map((value) => ({
        value,
        name: t(`breakSettings.form.${value}`),
        about: t(`breakSettings.form.${value}About`),
        picture: <FormPicture form={value} />,
      }))}
      onChoose={onChoose}
    />
  )
}
