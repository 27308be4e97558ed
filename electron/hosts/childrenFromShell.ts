/** Asks the shell for a child process; both ends of a channel are handed over, and the shell steps aside. */
import type { ChildKind } from './engineMessages.ts'
import type { EnginePeer, TransferredPort } from './enginePeer.ts'
import type { Child } from './forkChild.ts'

/** @throws when the shell could not start it. `adopt` is given the child before its first message can come. */
export type StartChild = <Adopted>(kind: ChildKind, adopt: (child: Child) => Adopted) => Promise<Adopted>

interface Asked {
  arrived(port: TransferredPort): void
  failed(detail: string): void
  ended(detail: string): void
}

export function childrenFromShell(peer: EnginePeer): StartChild {
  const asked = new Map<number, Asked>()
  let requests = 0

  peer.onMessage((message, port) => {
    if (message.type === 'child') {
      const request = asked.get(message.request)
      if (port && message.failure === null) request?.arrived(port)
      else request?.failed(message.failure ?? 'no channel')
    }
    if (message.type === 'childEnded') {
      asked.get(message.request)?.ended(message.detail)
      asked.delete(message.request)
    }
  })

  return (kind, adopt) =>
    new Promise((resolve, reject) => {
      const request = ++requests
      let expected = false
      const { promise: ended, resolve: end } = Promise.withResolvers<Awaited<Child['ended']>>()
      asked.set(request, {
        arrived(port) {
          const endChild = () => {
            expected = true
            peer.post({ type: 'endChild', request })
          }
          resolve(adopt({ port, ended, end: endChild }))
          port.start()
        },
        failed(detail) {
          asked.delete(request)
          reject(new Error(detail))
        },
        ended: (detail) => end({ expected, detail }),
      })
      peer.post({ type: 'startChild', request, kind })
    })
}
