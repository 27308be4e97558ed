/** Libraries of the system, called without C++ of our own; small enough for a test to stand in for. */

export interface NativeLibrary {
  /** @param declaration a C prototype. @throws when the library has no such function. */
  func(declaration: string): (...args: unknown[]) => unknown
}

/** @throws when the library is not on this machine. */
export type LoadLibrary = (name: string) => NativeLibrary

/** @throws when koffi itself cannot be loaded. */
export async function systemLibraries(): Promise<LoadLibrary> {
  const { load } = await import('koffi')
  return load
}
