/** The words of the sounds Lull makes. */

import words from './en.sound.json'
import { addText } from './i18n.ts'

addText(words)
