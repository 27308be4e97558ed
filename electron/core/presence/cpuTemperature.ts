/** Which of a machine's many thermometers is the processor's. */

export interface Thermometer {
  /** What the driver calls it, such as `Package id 0`, `Tctl` or `x86_pkg_temp`. */
  label: string
  celsius: number
}

/** The first that is there: AMD's own, Intel's whole package, single cores, then boards with one sensor. */
const PROCESSOR_LABELS = [
  /^Tdie$/i,
  /^Tctl$/i,
  /^Package id \d+$/i,
  /^x86_pkg_temp$/i,
  /^Core \d+$/i,
  /cpu|soc/i,
]

/** Mean of the thermometers that are most surely the processor's; null without one. A broken one says 0 or less. */
export function cpuTemperature(thermometers: readonly Thermometer[]): number | null {
  const sane = thermometers.filter(({ celsius }) => celsius > 0 && celsius < 150)
  for (const label of PROCESSOR_LABELS) {
    const found = sane.filter((thermometer) => label.test(thermometer.label))
    if (found.length > 0) return found.reduce((sum, { celsius }) => sum + celsius, 0) / found.length
  }
  return null
}
