/** The words of the door to help in a hard moment, which every window has from the start. */

import words from './en.panic.json'
import { addText } from './i18n.ts'

addText(words)
