/** The words of People, of the plan for a hard night, and of how Lull listens. */
import words from './en.people.json'
import { addText } from './i18n.ts'

addText(words)
