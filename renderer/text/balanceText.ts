/** The words of You and Lull. */
import words from './en.balance.json'
import { addText } from './i18n.ts'

addText(words)
