/** The shell starts what the engine asks for with no more of its environment than needed, and hands both ends over. */
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ToEngine } from '../../electron/hosts/engineMessages.ts'
import type { EngineChild } from '../../electron/main/engineChild.ts'

interface Forked {
  entry: string
  args: string[]
  options: { serviceName: string; env: Record<string, string> }
  child: EventEmitter & { killed: number }
  ports: unknown[]
}
const forked = vi.hoisted(() => [] as Forked[])
vi.mock('electron', () => ({
  app: { getAppPath: () => '/app' },
  MessageChannelMain: class {
    port1 = 'child end'
    port2 = 'engine end'
  },
  utilityProcess: {
    fork: (entry: string, args: string[], options: Forked['options']) => {
      const child = Object.assign(new EventEmitter(), { killed: 0, kill: () => child.killed++ })
      const started: Forked = { entry, args, options, child, ports: [] }
      forked.push(started)
      return Object.assign(child, {
        postMessage: (_: unknown, ports: unknown[]) => started.ports.push(...ports),
      })
    },
  },
}))
const { childProcesses } = await import('../../electron/main/childProcesses.ts')

beforeEach(() => {
  forked.length = 0
  vi.stubEnv('DISPLAY', ':7')
  vi.stubEnv('SECRET_TOKEN', 'mine')
})
afterEach(() => vi.unstubAllEnvs())

function engine() {
  const heard: [ToEngine, unknown][] = []
  const child = { post: (message: ToEngine, port?: unknown) => heard.push([message, port]) }
  return { heard, child: child as unknown as EngineChild }
}

it.each([
  ['languageModel', '/app/out/main/llm.cjs', [], undefined],
  ['desktop', '/app/out/main/probe.cjs', ['desktop'], ':7'],
  ['input', '/app/out/main/probe.cjs', ['input'], ':7'],
] as const)('starts %s and hands both ends over', (kind, entry, args, display) => {
  const { heard, child } = engine()
  childProcesses().handle({ type: 'startChild', request: 3, kind }, child)
  expect(forked[0]).toMatchObject({ entry, args, ports: ['child end'] })
  expect(forked[0]?.options.env.DISPLAY).toBe(display)
  expect(forked[0]?.options.env).not.toHaveProperty('SECRET_TOKEN')
  expect(heard).toEqual([[{ type: 'child', request: 3, failure: null }, 'engine end']])
  forked[0]?.child.emit('exit', 134)
  expect(heard.at(-1)).toEqual([{ type: 'childEnded', request: 3, detail: 'code 134' }, undefined])
})

it('ends the one it is asked to end, or all', () => {
  const { child } = engine()
  const children = childProcesses()
  children.handle({ type: 'startChild', request: 1, kind: 'desktop' }, child)
  children.handle({ type: 'startChild', request: 2, kind: 'input' }, child)
  children.handle({ type: 'endChild', request: 2 }, child)
  expect(forked.map((one) => one.child.killed)).toEqual([0, 1])
  forked[1]?.child.emit('exit', 0)
  children.endAll()
  expect(forked.map((one) => one.child.killed)).toEqual([1, 1])
})

it('knows the children of a new engine from those of the last, whose numbers are the same', () => {
  const { child } = engine()
  const children = childProcesses()
  children.handle({ type: 'startChild', request: 1, kind: 'desktop' }, child)
  children.handle({ type: 'startChild', request: 1, kind: 'desktop' }, child)
  forked[0]?.child.emit('exit', 0)
  children.handle({ type: 'endChild', request: 1 }, child)
  expect(forked.map((one) => one.child.killed)).toEqual([0, 1])
})
