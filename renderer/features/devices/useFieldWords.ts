/** Labels, hints, options and problems of form fields: from the text files by key, else the property's own name. */
import { useTranslation } from 'react-i18next'
import type { TextKey } from '../../text/i18n.ts'
import type { SettingValue } from './schemaFields.ts'

export function useFieldWords() {
  const { t } = useTranslation()
  return {
    label: (name: string): string => t(`devices.field.${name}.label` as TextKey, { defaultValue: name }),
    /** Empty where there is none. */
    hint: (name: string): string => t(`devices.field.${name}.hint` as TextKey, { defaultValue: '' }),
    // A dot would lead one level down in the text files.
    option: (name: string, value: SettingValue): string =>
      t(`devices.option.${name}.${String(value).replaceAll('.', '_')}` as TextKey, {
        defaultValue: String(value),
      }),
    problem: (problem: string): string =>
      t(`devices.settingProblem.${problem}` as TextKey, {
        defaultValue: t('devices.settingProblem.not_valid'),
      }),
  }
}
