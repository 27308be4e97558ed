/** The walls of the house: who may import whom, and which words of the outside core must not know. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const slash = (path: string) => path.split(sep).join('/')

function sourcesBelow(folder: string): string[] {
  const start = join(root, folder)
  if (!existsSync(start)) return []
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => slash(relative(root, join(entry.parentPath, entry.name))))
}

/** Source without comments, so that a sentence about an import is not taken for one. */
function code(path: string): string {
  return readFileSync(join(root, path), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')
}

function importsOf(path: string): string[] {
  const pattern = /(?:from\s+|import\s*\(\s*|import\s+|require\s*\(\s*)(['"])([^'"]+)\1/g
  return [...code(path).matchAll(pattern)].map((match) => match[2] ?? '')
}

/** A relative import as a path from the root; a package import as `pkg:name`; a Node module as `node:name`. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    return slash(relative(root, resolve(root, dirname(from), specifier.replace(/\?.*$/, ''))))
  }
  if (specifier.startsWith('node:')) return specifier
  const [first = '', second = ''] = specifier.split('/')
  return `pkg:${first.startsWith('@') ? `${first}/${second}` : first}`
}

interface Wall {
  folder: string
  /** Prefixes that are allowed; `pkg:*` allows every package not named in `never`. */
  may: string[]
  never?: string[]
  why: string
}

const feature = (name: string): Wall => ({
  folder: `electron/engine/features/${name}/`,
  may: [
    `electron/engine/features/${name}/`,
    'electron/core/',
    'electron/contract/',
    'electron/engine/ports/',
    'electron/engine/store/',
    'electron/engine/wire/procedures.ts',
    'electron/engine/wire/watchStream.ts',
    'electron/engine/events.ts',
    'electron/engine/erasures.ts',
    'electron/engine/paced.ts',
    'electron/engine/errors.ts',
    'electron/engine/log.ts',
    'electron/engine/host.ts',
    'electron/engine/resources.ts',
    'node:',
    'pkg:zod',
    'pkg:@orpc/server',
    'pkg:yauzl',
  ],
  why: 'a feature talks to others over the bus and the ports, never by importing them; devices come through ports',
})

const featuresFolder = join(root, 'electron/engine/features')
const featureNames = existsSync(featuresFolder)
  ? readdirSync(featuresFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  : []

const walls: Wall[] = [
  {
    folder: 'electron/core/',
    may: ['electron/core/'],
    why: 'core thinks: pure functions of values, no packages, no Node, no page; gather outside and pass values in',
  },
  {
    folder: 'electron/contract/',
    may: ['electron/contract/', 'electron/core/', 'pkg:zod', 'pkg:@orpc/contract'],
    why: 'the contract is words only, so that a page may depend on it without any engine code',
  },
  ...featureNames.map(feature),
  {
    folder: 'electron/engine/ports/',
    may: ['electron/engine/ports/', 'electron/core/', 'electron/contract/'],
    why: 'ports are small interfaces; whoever implements them brings the libraries',
  },
  {
    folder: 'electron/engine/devices/',
    may: [
      'electron/engine/devices/',
      'electron/engine/ports/',
      'electron/engine/log.ts',
      'electron/core/',
      'node:',
      'pkg:zod',
      'pkg:mqtt',
      'pkg:node-hue-api',
      'pkg:systeminformation',
      'pkg:@particle/dbus-next',
    ],
    never: ['electron/engine/features/', 'electron/engine/store/'],
    why: 'a device talks to one kind of thing and hands over what it hears through its port',
  },
  {
    folder: 'electron/engine/store/',
    may: [
      'electron/engine/store/',
      'electron/engine/errors.ts',
      'electron/engine/log.ts',
      'electron/core/',
      'electron/contract/errors.ts',
      'node:',
      'pkg:better-sqlite3',
      'pkg:zod',
    ],
    why: 'the store knows SQL and files, not features',
  },
  {
    folder: 'electron/engine/',
    may: ['electron/engine/', 'electron/core/', 'electron/contract/', 'node:', 'pkg:*'],
    never: [
      'pkg:electron',
      'pkg:react',
      'pkg:node-llama-cpp',
      'pkg:koffi',
      'pkg:@miniben90/x-win',
      'pkg:uiohook-napi',
    ],
    why: 'the engine does not know where it runs: what it needs of its host is written in engine/host.ts',
  },
  {
    folder: 'electron/probes/',
    may: [
      'electron/probes/',
      'electron/core/',
      'electron/engine/ports/',
      'node:',
      'pkg:koffi',
      'pkg:@miniben90/x-win',
      'pkg:uiohook-napi',
    ],
    why: 'probes are native code that may die: they run in a child process and know nothing but their messages',
  },
  {
    folder: 'electron/llm/',
    may: ['electron/llm/', 'electron/engine/ports/', 'electron/core/', 'node:', 'pkg:node-llama-cpp'],
    why: 'the language model process knows llama.cpp and the port it implements, nothing of features or storage',
  },
  {
    folder: 'electron/hosts/',
    may: [
      'electron/hosts/',
      'electron/engine/',
      'electron/llm/',
      'electron/probes/',
      'electron/core/',
      'electron/contract/',
      'node:',
      'pkg:ws',
      'pkg:electron-vite',
      'pkg:zod',
    ],
    never: ['electron/engine/features/', 'pkg:electron', 'pkg:react'],
    why: 'a host is a door: it starts an engine and passes messages',
  },
  {
    folder: 'electron/main/',
    may: [
      'electron/main/',
      'electron/contract/',
      'electron/hosts/dataFolder.ts',
      'electron/hosts/keyFile.ts',
      'electron/hosts/pageFiles.ts',
      'electron/hosts/engineMessages.ts',
      'electron/hosts/order.ts',
      'electron/hosts/obey.ts',
      'electron/hosts/languageModelEnvironment.ts',
      'electron/hosts/probeEnvironment.ts',
      'electron/core/presence/',
      'electron/core/lights/whatShows.ts',
      'pkg:electron',
      'node:',
      'pkg:@orpc/client',
    ],
    never: ['electron/engine/'],
    why: 'the shell is one more client of the contract; it starts the engine by file name and never imports it',
  },
  {
    folder: 'electron/preload/',
    may: ['electron/preload/', 'pkg:electron'],
    why: 'the preload script passes one port on and knows nothing else',
  },
  {
    folder: 'renderer/',
    may: ['renderer/', 'electron/contract/', 'electron/core/', 'pkg:*'],
    never: [
      'pkg:electron',
      'node:',
      'electron/engine/',
      'pkg:better-sqlite3',
      'pkg:node-llama-cpp',
      'pkg:ws',
      'pkg:@orpc/server',
    ],
    why: 'the page shows: it has no Node, no Electron and no engine, only the contract',
  },
]

const matches = (found: string, prefix: string) =>
  prefix === 'pkg:*'
    ? found.startsWith('pkg:')
    : prefix.endsWith('/') || prefix.endsWith(':')
      ? found.startsWith(prefix)
      : found === prefix

/** The most particular wall that holds for a file. */
function wallOf(path: string): Wall | undefined {
  return walls
    .filter((wall) => path.startsWith(wall.folder))
    .sort((a, b) => b.folder.length - a.folder.length)[0]
}

describe('import walls', () => {
  const files = [...sourcesBelow('electron'), ...sourcesBelow('renderer')]

  it('every source file stands behind a wall', () => {
    const homeless = files.filter((path) => !wallOf(path))
    expect(
      homeless,
      'put these files into a folder of ARCHITECTURE, or give their folder a wall in this test',
    ).toEqual([])
  })

  it.each(walls.map((wall) => [wall.folder, wall] as const))(
    '%s imports only what it may',
    (_folder, wall) => {
      const broken: string[] = []
      for (const path of files.filter((file) => wallOf(file) === wall)) {
        for (const specifier of importsOf(path)) {
          const found = target(path, specifier)
          const allowed =
            wall.may.some((prefix) => matches(found, prefix)) &&
            !wall.never?.some((prefix) => matches(found, prefix))
          if (!allowed) broken.push(`${path} imports ${specifier}`)
        }
      }
      expect(
        broken,
        `${wall.folder} may import only: ${wall.may.join(', ')}${wall.never ? ` — never: ${wall.never.join(', ')}` : ''}.\nWhy: ${wall.why}.`,
      ).toEqual([])
    },
  )
})

describe('core is pure', () => {
  it.each([
    ['Date.now', /\bDate\.now\b/],
    ['new Date()', /\bnew Date\(\s*\)/],
    ['Math.random', /\bMath\.random\b/],
    ['timers', /\bset(Timeout|Interval|Immediate)\b/],
    ['process', /\bprocess\./],
    ['console', /\bconsole\./],
  ])('never uses %s', (name, pattern) => {
    const broken = sourcesBelow('electron/core').filter((path) => pattern.test(code(path)))
    expect(broken, `core takes values in and gives values back: pass ${name} in as an argument`).toEqual([])
  })
})

describe('house rules', () => {
  const files = [...sourcesBelow('electron'), ...sourcesBelow('renderer'), ...sourcesBelow('tests')]

  it('no file is called after nothing in particular', () => {
    const vague = /(^|\/)(utils?|helpers?|common|manager|misc|shared)(\.|\/)/i
    expect(
      files.filter((path) => vague.test(path)),
      'name it after what it is for',
    ).toEqual([])
  })

  it('every source file opens with why it exists', () => {
    const silent = files.filter(
      (path) => !/^\s*\/\*\*/.test(readFileSync(join(root, path), 'utf8').replace(/^#!.*\n/, '')),
    )
    expect(silent, 'open the file with one sentence in a /** comment */').toEqual([])
  })

  it('raw channels exist in no other place than the wire', () => {
    const broken = sourcesBelow('electron')
      .filter(
        (path) => !path.startsWith('electron/main/engineProcess') && !path.startsWith('electron/preload/'),
      )
      .filter((path) => /\bipcMain\b|webContents\.send\(|\bipcRenderer\b/.test(code(path)))
    expect(
      broken,
      'nothing crosses between page and shell but the port: add a procedure to electron/contract',
    ).toEqual([])
  })

  it('oRPC stays at the seams, so that leaving it stays cheap', () => {
    const seams = [
      /^electron\/contract\//,
      /^electron\/engine\/wire\//,
      /^electron\/engine\/features\/.*Router\.ts$/,
      /^electron\/engine\/index\.ts$/,
      /^electron\/main\/engineProcess\.ts$/,
      /^electron\/main\/engineClient\.ts$/,
      /^renderer\//,
    ]
    const broken = [...sourcesBelow('electron'), ...sourcesBelow('renderer')]
      .filter((path) => importsOf(path).some((specifier) => specifier.startsWith('@orpc/')))
      .filter((path) => !seams.some((seam) => seam.test(path)))
    expect(broken, 'import oRPC in contract/, engine/wire/, *Router.ts or the clients only').toEqual([])
  })
})

describe('the map', () => {
  it('names only paths that exist', () => {
    const map = readFileSync(join(root, 'electron/README.md'), 'utf8')
    const paths = [...map.matchAll(/`((?:electron|renderer|resources|tests)\/[\w./*-]*)`/g)].map(
      (match) => match[1] ?? '',
    )
    expect(paths.length).toBeGreaterThan(10)
    const missing = paths.filter((path) => !path.includes('*') && !existsSync(join(root, path)))
    expect(missing, 'electron/README.md is the map: mend it when a path moves').toEqual([])
  })

  it('names every folder of electron/, renderer/ and the engine', () => {
    const map = readFileSync(join(root, 'electron/README.md'), 'utf8')
    const folders = ['electron', 'electron/engine', 'electron/engine/features', 'renderer'].flatMap(
      (parent) =>
        readdirSync(join(root, parent))
          .filter((name) => statSync(join(root, parent, name)).isDirectory())
          .map((name) => `${parent}/${name}`),
    )
    const unnamed = folders.filter((folder) => !map.includes(folder.split('/').at(-1) ?? ''))
    expect(unnamed, 'add a line about the folder to electron/README.md').toEqual([])
  })
})

describe('built entries', () => {
  const entries = ['utility', 'node', 'llm', 'probe', 'inspect'].map((name) =>
    join(root, 'out/main', `${name}.cjs`),
  )
  const built = entries.every((entry) => existsSync(entry))

  it.skipIf(!built)('of engine and language model never reach Electron', () => {
    const seen = new Set<string>()
    const reach = (path: string): string[] => {
      if (seen.has(path) || !existsSync(path)) return []
      seen.add(path)
      const source = readFileSync(path, 'utf8')
      const own = /require\(["']electron["']\)/.test(source) ? [slash(relative(root, path))] : []
      const next = [...source.matchAll(/(?:require|import)\(["'](\.[^"']+)["']\)/g)].map((match) =>
        resolve(dirname(path), match[1] ?? ''),
      )
      return [...own, ...next.flatMap(reach)]
    }
    expect(
      entries.flatMap(reach),
      'an engine entry must run in plain Node: move what needs Electron into electron/main',
    ).toEqual([])
  })
})
