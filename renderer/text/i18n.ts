/** Every word a person reads comes from en.json through here; the keys are typed, so a missing one does not build. */
import i18next, { type i18n, type ParseKeys } from 'i18next'
import { initReactI18next } from 'react-i18next'
import en from './en.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
    returnNull: false
  }
}

export type TextKey = ParseKeys

/** The languages of the interface; another one is a file beside en.json. */
const resources = { en: { translation: en } }

export function startText(): i18n {
  const text = i18next.createInstance()
  void text.use(initReactI18next).init({
    resources,
    lng: 'en',
    fallbackLng: 'en',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return text
}
