/** Every word a person reads comes from the en files through here; the keys are typed, so a missing one does not build. */
import i18next, { type i18n, type ParseKeys } from 'i18next'
import { initReactI18next } from 'react-i18next'
import checkinsEn from './en.checkins.json'
import en from './en.json'
import type sensingEn from './en.sensing.json'
import type todayEn from './en.today.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & typeof checkinsEn & typeof sensingEn & typeof todayEn }
    returnNull: false
  }
}

export type TextKey = ParseKeys

/** The words of the page, in the languages of the interface; another one is a set of files beside the en ones. */
export const text: i18n = i18next.createInstance()
void text.use(initReactI18next).init({
  resources: { en: { translation: { ...en, ...checkinsEn } } },
  lng: 'en',
  fallbackLng: 'en',
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  initAsync: false,
})

/** Words of a page that is loaded when somebody goes there; the popup does without. */
export function addText(en: typeof sensingEn | typeof todayEn): void {
  text.addResourceBundle('en', 'translation', en)
}
