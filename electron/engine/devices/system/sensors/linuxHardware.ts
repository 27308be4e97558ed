/** Plugs and thermometers as Linux lists them below /sys: plain files, no process, and nothing that blocks our loop. */
import { readdir, readFile } from 'node:fs/promises'
import type { Thermometer } from '../../../../core/presence/cpuTemperature.ts'

const MOST_ENTRIES = 64

async function text(path: string): Promise<string | null> {
  const content = await readFile(path, 'utf8').catch(() => null)
  return content === null ? null : content.trim()
}

async function entries(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.slice(0, MOST_ENTRIES)
}

/** Whether a charger is plugged in; null where no plug says anything. */
export async function isPluggedIn(sys: string): Promise<boolean | null> {
  const folder = `${sys}/class/power_supply`
  const plugs = await Promise.all(
    (await entries(folder)).map(async (name) => {
      const type = await text(`${folder}/${name}/type`)
      return type === 'Mains' || type === 'USB' ? text(`${folder}/${name}/online`) : null
    }),
  )
  const known = plugs.filter((online) => online !== null)
  return known.length === 0 ? null : known.includes('1')
}

/** In thousandths of a degree, as the kernel counts. */
async function thermometer(label: Promise<string | null>, input: string): Promise<Thermometer[]> {
  const [named, milli] = await Promise.all([label, text(input)])
  const celsius = Number(milli) / 1000
  return named === null || milli === null || !Number.isFinite(celsius) ? [] : [{ label: named, celsius }]
}

export async function thermometers(sys: string): Promise<Thermometer[]> {
  const [monitors, zones] = [`${sys}/class/hwmon`, `${sys}/class/thermal`]
  const ofMonitors = (await entries(monitors)).map(async (monitor) => {
    const folder = `${monitors}/${monitor}`
    const labels = (await entries(folder)).filter((name) => /^temp\d+_label$/.test(name))
    const found = labels.map((name) =>
      thermometer(text(`${folder}/${name}`), `${folder}/${name.replace('label', 'input')}`),
    )
    return (await Promise.all(found)).flat()
  })
  const ofZones = (await entries(zones))
    .filter((zone) => zone.startsWith('thermal_zone'))
    .map((zone) => thermometer(text(`${zones}/${zone}/type`), `${zones}/${zone}/temp`))
  return (await Promise.all([...ofMonitors, ...ofZones])).flat()
}
