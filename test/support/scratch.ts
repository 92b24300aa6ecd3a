import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Where tests have their rooms: a memory disk where there is one with room, since nobody cuts the power. */
export const scratch = hasRoom('/dev/shm') ? '/dev/shm' : tmpdir()

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > 2 ** 31
}
