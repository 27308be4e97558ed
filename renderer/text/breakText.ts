/** The words of a pause that is offered or taken, which come with it. */

import words from './en.break.json'
import { addText } from './i18n.ts'

addText(words)
