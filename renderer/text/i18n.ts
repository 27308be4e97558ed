/** Every word a person reads comes from the en files through here; the keys are typed, so a missing one does not build. */
import i18next, { type i18n, type ParseKeys } from 'i18next'
import { initReactI18next } from 'react-i18next'
import checkinsEn from './en.checkins.json'
import en from './en.json'
import sensingEn from './en.sensing.json'
import todayEn from './en.today.json'

const allEn = { ...en, ...sensingEn, ...todayEn, ...checkinsEn }

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof allEn }
    returnNull: false
  }
}

export type TextKey = ParseKeys

/** The languages of the interface; another one is a set of files beside the en ones. */
const resources = { en: { translation: allEn } }

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
