/** The shell on the wire. */
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import type { ShellMessage, ShellService, Tray } from './shellService.ts'

/** Every request reaches the shell; of tray states only the newest does. */
function queued(waiting: ShellMessage[], next: ShellMessage): ShellMessage[] {
  if (next.type === 'request') return [...waiting, next]
  return [...waiting.filter((message) => message.type !== 'tray'), next]
}

export function shellRouter(service: ShellService, tray: () => Tray, appVersion: string) {
  return {
    watch: os.shell.watch.handler(({ signal }) =>
      watchStream<ShellMessage>({
        signal,
        listen: (push) => service.connect(push),
        snapshot: tray,
        queue: queued,
      }),
    ),
    answer: os.shell.answer.handler(({ input }) => {
      service.answer(input.id, input.value)
      return {}
    }),
    openHome: os.shell.openHome.handler(({ input }) => {
      service.openHome(input.place)
      return {}
    }),
    openPopup: os.shell.openPopup.handler(({ input }) => {
      service.openPopup(input.wish)
      return {}
    }),
    chooseModelFile: os.shell.chooseModelFile.handler(async () => ({
      path: await service.chooseModelFile(),
    })),
    about: os.shell.about.handler(() => ({
      present: service.present,
      appVersion,
      platform: process.platform,
    })),
  }
}
