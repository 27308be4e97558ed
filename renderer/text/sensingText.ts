/** The words of sensing, devices and what is kept, which come with the pages that show them. */
import sensing from './en.sensing.json'
import { addText } from './i18n.ts'

addText(sensing)
