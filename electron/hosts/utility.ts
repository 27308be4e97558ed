/** Entry of the engine's process: started by Electron as a utility process, or by LULL_ENGINE_NODE as plain Node. */
import { enginePeer } from './enginePeer.ts'
import { keepNurserySmall } from './smallNursery.ts'
import { utilityHost } from './utilityHost.ts'

keepNurserySmall()
utilityHost(enginePeer(), (code) => process.exit(code))
