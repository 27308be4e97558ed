/** An announcer in a process of its own, so that it can be killed without a word: `node announcerProcess.ts PORT VERSION`. */
import { connectAnnouncer } from '../../../../electron/engine/devices/mqtt/announcer.ts'
import { systemClock } from '../../../../electron/hosts/systemClock.ts'

const [port, version] = process.argv.slice(2)
connectAnnouncer(
  { host: '127.0.0.1', port: Number(port), version: version ?? 'auto' },
  {
    clock: systemClock,
    random: () => 0,
    installId: '0123456789ab',
    statusTopic: 'lull/lull_0123456789ab/status',
    commandTopics: [],
    birthTopic: null,
    staleTopics: [],
    phase: () => {},
    command: () => {},
    refused: () => {},
    published: (count) => process.stdout.write(`${count}\n`),
    tellAll: () => {},
    connectionMade: () => {},
  },
)
