/** Whether a camera is in use, from what the own processes hold open; nothing is opened and no picture is touched. */

export interface VideoHolders {
  /** Video devices of the machine; null when they could not be listed. */
  devices: number | null
  /** A process holds one open. */
  isHeld: boolean
  /** Every process of this person was looked at. */
  isWhole: boolean
}

/** `/dev/video0` and the like; a link of a process says " (deleted)" after a device that was pulled out. */
export function isVideoDevice(path: string, deviceFolder: string): boolean {
  const isBelow = path.startsWith(`${deviceFolder}/`)
  return isBelow && /^video\d+$/.test(path.slice(deviceFolder.length + 1))
}

/** No camera is no camera in use; without having looked at everything there is no "no". */
export function cameraUse(holders: VideoHolders): boolean | null {
  if (holders.devices === 0) return false
  if (holders.isHeld) return true
  return holders.devices !== null && holders.isWhole ? false : null
}
