/** The words that may be needed beside any talk: whom to call, coming back, what Lull is, leaving quickly. */
import words from './en.care.json'
import { addText } from './i18n.ts'

addText(words)
