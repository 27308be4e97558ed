/** The words of bridges and brokers with lamps, and of pairing. */

import words from './en.lightSources.json'
import { addText } from './i18n.ts'

addText(words)
