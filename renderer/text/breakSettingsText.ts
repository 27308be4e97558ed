/** The words of the settings of pauses, which come with it. */

import words from './en.breakSettings.json'
import { addText } from './i18n.ts'

addText(words)
