/** Every migration in order. Released ones are history: never edit one, add the next. */
import firstWords from './0001-first-words.sql?raw'
import models from './0002-models.sql?raw'
import noticing from './0003-noticing.sql?raw'
import pauses from './0004-pauses.sql?raw'
import lights from './0005-lights.sql?raw'
import care from './0006-care.sql?raw'

export interface Migration {
  /** `PRAGMA user_version` after it ran; 1, 2, 3 … without gaps. */
  version: number
  name: string
  sql: string
}

export const migrations: readonly Migration[] = [
  { version: 1, name: '0001-first-words', sql: firstWords },
  { version: 2, name: '0002-models', sql: models },
  { version: 3, name: '0003-noticing', sql: noticing },
  { version: 4, name: '0004-pauses', sql: pauses },
  { version: 5, name: '0005-lights', sql: lights },
  { version: 6, name: '0006-care', sql: care },
]
