/** The words that go with a light that was changed, wherever the person is. */

import words from './en.room.json'
import { addText } from './i18n.ts'

addText(words)
