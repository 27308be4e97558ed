/** The words of Today, which come with its page. */
import today from './en.today.json'
import { addText } from './i18n.ts'

addText(today)
