/** The words of the lights page, which come with it. */

import words from './en.lights.json'
import { addText } from './i18n.ts'

addText(words)
