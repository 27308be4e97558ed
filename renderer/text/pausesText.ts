/** The words of the history of pauses, which come with it. */

import words from './en.pauses.json'
import { addText } from './i18n.ts'

addText(words)
