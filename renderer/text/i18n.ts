/** Every word a person reads comes from the en files through here; the keys are typed, so a missing one does not build. */
import i18next, { type i18n, type ParseKeys } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type balanceEn from './en.balance.json'
import type breakEn from './en.break.json'
import type breakSettingsEn from './en.breakSettings.json'
import type careEn from './en.care.json'
import checkinsEn from './en.checkins.json'
import type exercisesEn from './en.exercises.json'
import en from './en.json'
import type lightSourcesEn from './en.lightSources.json'
import type lightsEn from './en.lights.json'
import type panicEn from './en.panic.json'
import type pausesEn from './en.pauses.json'
import type peopleEn from './en.people.json'
import type roomEn from './en.room.json'
import type sensingEn from './en.sensing.json'
import type soundEn from './en.sound.json'
import type todayEn from './en.today.json'
import type whyEn from './en.why.json'

/** Words that come with the page or window that shows them. */
type LaterText = typeof sensingEn &
  typeof todayEn &
  typeof breakEn &
  typeof pausesEn &
  typeof breakSettingsEn &
  typeof exercisesEn &
  typeof panicEn &
  typeof lightsEn &
  typeof lightSourcesEn &
  typeof roomEn &
  typeof careEn &
  typeof peopleEn &
  typeof balanceEn &
  typeof whyEn &
  typeof soundEn

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & typeof checkinsEn & LaterText }
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
export function addText(en: Partial<LaterText>): void {
  text.addResourceBundle('en', 'translation', en)
}
