/** A process of ours holds a file open that stands in for a camera; the real /proc shows it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { videoWalk } from '../../../../../electron/engine/devices/system/sensors/videoWalk.ts'
import { temporaryFolder } from '../../../engineParts.ts'

function devices(...names: string[]): string {
  const folder = realpathSync(temporaryFolder())
  for (const name of names) writeFileSync(join(folder, name), '')
  return folder
}

/** Keeps a file open until it is killed. */
async function holder(path: string): Promise<ChildProcess> {
  const child = spawn('/bin/sh', ['-c', 'exec 9<"$0"; echo open; exec sleep 60', path], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  if (child.stdout) await once(child.stdout, 'data')
  return child
}

test('a camera is held while the process has it open', async () => {
  const dev = devices('video0', 'video1', 'null')
  const folders = { proc: '/proc', dev }
  expect(await videoWalk(folders)).toMatchObject({ devices: 2, isHeld: false, isWhole: true })
  const child = await holder(join(dev, 'video1'))
  expect(await videoWalk(folders)).toMatchObject({ devices: 2, isHeld: true })
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  expect(await videoWalk(folders)).toMatchObject({ isHeld: false, isWhole: true })
})

test('another file of that folder is no camera', async () => {
  const dev = devices('video0', 'null')
  await holder(join(dev, 'null'))
  expect(await videoWalk({ proc: '/proc', dev })).toMatchObject({ isHeld: false })
})

test('without a camera nobody is looked at', async () => {
  const dev = devices('null')
  expect(await videoWalk({ proc: '/nowhere', dev })).toEqual({
    devices: 0,
    isHeld: false,
    isWhole: true,
    spentMs: 0,
  })
})

test('folders that cannot be read are not known', async () => {
  expect(await videoWalk({ proc: '/nowhere', dev: devices('video0') })).toMatchObject({
    devices: 1,
    isHeld: false,
    isWhole: false,
  })
  expect(await videoWalk({ proc: '/proc', dev: '/nowhere' })).toMatchObject({ devices: null })
})

/** A /proc of processes with some links each. */
function processes(count: number, links: number): string {
  const proc = temporaryFolder()
  for (let id = 1; id <= count; id += 1) {
    const folder = join(proc, String(id), 'fd')
    mkdirSync(folder, { recursive: true })
    for (let at = 0; at < links; at += 1) symlinkSync(`socket:[${at}]`, join(folder, String(at)))
  }
  return proc
}

test('a busy machine is looked at in pieces, and other work goes on between them', async () => {
  const proc = processes(300, 40)
  let turns = 0
  const counting = setInterval(() => {
    turns += 1
  }, 0)
  const holders = await videoWalk({ proc, dev: devices('video0') })
  clearInterval(counting)
  expect(holders).toMatchObject({ devices: 1, isHeld: false, isWhole: true })
  expect(holders.spentMs).toBeGreaterThan(1)
  expect(turns).toBeGreaterThan(1)
})

test('beyond the bounds there is no "no"', async () => {
  expect(await videoWalk({ proc: processes(4_001, 1), dev: devices('video0') })).toMatchObject({
    isHeld: false,
    isWhole: false,
  })
})
