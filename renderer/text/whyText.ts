/** The words of "Why this reply"; the ways of listening and what they hear are called as on the protocol page. */
import './peopleText.ts'
import words from './en.why.json'
import { addText } from './i18n.ts'

addText(words)
