/** Builds what the app tests open, once and before the first of them. */
import { resolve } from 'node:path'
import { ensureBuilt } from '../../electron/hosts/build.ts'

export default () => ensureBuilt(resolve(import.meta.dirname, '../..'))
