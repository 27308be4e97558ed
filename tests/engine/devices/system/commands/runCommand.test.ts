/** Commands by absolute path only, with little time, little output and hardly any environment. */
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  commandEnvironment,
  commandRunner,
} from '../../../../../electron/engine/devices/system/commands/runCommand.ts'
import { consoleFolder } from '../../../../../electron/engine/devices/system/commands/windowsFolder.ts'
import { NoAnswerError } from '../../../../../electron/engine/devices/system/question.ts'
import { temporaryFolder } from '../../../engineParts.ts'

function script(lines: string): string {
  const file = join(temporaryFolder(), 'command')
  writeFileSync(file, `#!/bin/sh\n${lines}\n`)
  chmodSync(file, 0o755)
  return file
}

const run = commandRunner({ HOME: '/home/x', LD_PRELOAD: '/evil.so', PATH: '/evil', LC_ALL: 'de_DE.UTF-8' })

test('what it wrote, with arguments as they are', async () => {
  expect(await run(script('printf "%s|" "$@"'), ['a b', '$(id)', ';'])).toBe('a b|$(id)|;|')
})

test('a name without a path is refused, whatever PATH holds', async () => {
  await expect(run('sh', ['-c', 'echo'])).rejects.toThrow('absolute')
})

test('one that is not there, or fails', async () => {
  await expect(run('/nowhere/pactl', [])).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(run(script('echo no; exit 3'), [])).rejects.toMatchObject({ code: 3 })
})

test('one that hangs is killed after two seconds', async () => {
  const beganMs = performance.now()
  await expect(run(script('exec sleep 30'), [])).rejects.toThrow(NoAnswerError)
  expect(performance.now() - beganMs).toBeLessThan(6_000)
})

test('one that waits for input gets none', async () => {
  expect(await run(script('cat; echo done'), [])).toBe('done\n')
})

test('endless output is cut off', async () => {
  await expect(run(script('exec cat /dev/zero'), [])).rejects.toThrow()
})

test('only where the session is, and plain English', () => {
  expect(
    commandEnvironment({
      HOME: '/home/x',
      LD_PRELOAD: '/evil.so',
      NODE_OPTIONS: '--require evil',
      PATH: '/evil',
      XDG_RUNTIME_DIR: '/run/user/1',
      LC_ALL: 'de_DE.UTF-8',
    }),
  ).toEqual({ HOME: '/home/x', XDG_RUNTIME_DIR: '/run/user/1', LC_ALL: 'C' })
})

test('the folder of Windows, or its usual place when somebody says nonsense', () => {
  expect(consoleFolder({ SystemRoot: 'D:\\WINDOWS' })).toBe('D:\\WINDOWS\\System32')
  expect(consoleFolder({ SystemRoot: '\\\\evil\\share' })).toBe('C:\\Windows\\System32')
  expect(consoleFolder({})).toBe('C:\\Windows\\System32')
})
