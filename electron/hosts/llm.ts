/** Entry of the language model's process: started by Electron as a utility process, or forked by plain Node. */
import { languageModelHost } from './languageModelHost.ts'

languageModelHost()
