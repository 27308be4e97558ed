/** The words of exercises and help for a hard moment, which come with it. */

import words from './en.exercises.json'
import { addText } from './i18n.ts'

addText(words)
