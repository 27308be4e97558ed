/** The person's own commands at the start and end of a break and when one is skipped: each at most once at a time. */
import { randomUUID } from 'node:crypto'
import type { CommandReport } from '../../../contract/breaks.ts'
import type { Settings } from '../../../contract/settings.ts'
import type { BreakKind } from '../../../core/breaks/kinds.ts'
import { EngineError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { RunOwnCommand } from '../../ports/ownCommand.ts'

export type CommandMoment = CommandReport['which']

/** What the command is told of the break. */
export interface CommandBreak {
  kind: BreakKind
  /** At its start and when it is skipped how long it is to be, at its end how long it was, ms. */
  ms: number
}

export interface OwnCommandsParts {
  run: RunOwnCommand
  clock: Clock
  log: Log
  settings: () => Settings
  /** A report came or was put away. */
  changed: () => void
}

export class OwnCommands {
  readonly #parts: OwnCommandsParts
  readonly #running = new Set<CommandMoment>()
  #report: CommandReport | null = null
  /** What began before everything was erased tells of it no more. */
  #erasures = 0

  constructor(parts: OwnCommandsParts) {
    this.#parts = parts
  }

  /** Of the command that ran last, until it is put away. */
  get report(): CommandReport | null {
    return this.#report
  }

  /** One that still runs from before is not started again. */
  happened(which: CommandMoment, about: CommandBreak): void {
    const { settings, log, changed } = this.#parts
    if (settings().breakCommands[which] === null) return
    if (this.#running.has(which)) {
      log.warn('ownCommandStillRunning')
      return
    }
    const erasures = this.#erasures
    this.#run(which, about)
      .then((report) => {
        if (report.outcome !== 'done') log.info('ownCommandFailed', { exitCode: report.exitCode })
        if (erasures !== this.#erasures) return
        this.#report = report
        changed()
      })
      .catch((error: unknown) => log.error('ownCommandFailed', error))
  }

  /** @throws EngineError NOT_FOUND when none is set, BUSY while it runs. */
  async try(which: CommandMoment): Promise<CommandReport> {
    if (this.#parts.settings().breakCommands[which] === null) {
      throw new EngineError('NOT_FOUND', 'No command is set for this.')
    }
    if (this.#running.has(which)) throw new EngineError('BUSY', 'This command is running already.')
    return await this.#run(which, { kind: 'pause', ms: this.#parts.settings().breaks.kinds.pause.lengthMs })
  }

  putAway(id: string): void {
    if (this.#report?.id !== id) return
    this.#report = null
    this.#parts.changed()
  }

  forget(): void {
    this.#report = null
    this.#erasures += 1
  }

  async #run(which: CommandMoment, { kind, ms }: CommandBreak): Promise<CommandReport> {
    const { run, clock, settings } = this.#parts
    const atMs = clock.now()
    const environment = {
      LULL_EVENT: which,
      LULL_BREAK_KIND: kind,
      LULL_BREAK_SECONDS: String(Math.round(ms / 1000)),
    }
    this.#running.add(which)
    try {
      const result = await run(settings().breakCommands[which] ?? [], environment)
      return { id: randomUUID(), which, atMs, ...result }
    } finally {
      this.#running.delete(which)
    }
  }
}
