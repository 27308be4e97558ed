/** The codes of every expected error of the product; apart from their schemas, so that the page can know them without. */

export const errorCodes = [
  'INVALID_INPUT',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'BUSY',
  'MODEL_MISSING',
  'MODEL_BROKEN',
  'MODEL_TOO_BIG',
  'MODEL_STOPPED',
  'FILE_UNREADABLE',
  'DISK_FULL',
  'SHELL_MISSING',
  'DEVICE_SETTINGS',
  'BREAK_REFUSED',
  'LIGHTS_REFUSED',
  'DATABASE_BROKEN',
  'DATABASE_NEWER',
  'DATABASE_LOCKED',
  'DATABASE_KEY_WRONG',
  'INTERNAL',
] as const
export type ErrorCode = (typeof errorCodes)[number]
