#!/usr/bin/env node
/** `lull …` from any folder, once `npm link` was run: hands its words to the launcher, in the Node that came with Lull. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const name = process.platform === 'win32' ? 'node.exe' : 'node'
const own = join(root, 'node_modules/node/bin', name)
// Whoever runs this may have an older Node; the launcher says in words what it needs.
const node = existsSync(own) ? own : process.execPath
const launcher = join(root, 'electron/hosts/start.ts')
const { status } = spawnSync(node, [launcher, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = status ?? 1
