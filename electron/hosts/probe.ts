/** Entry of a probe process, `probe.cjs desktop` or `probe.cjs input`: a utility process of Electron, or forked by Node. */
import { probeHost } from './probeHost.ts'

probeHost()
