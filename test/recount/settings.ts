import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SettingsChange, settingsChangesOf } from '../../pipeline/settings/settings-change.ts'
import { inFolder, nightOf, put } from './program.ts'
import { worldOf } from './world.ts'

export const nothingMoved: SettingsChange = {
  settings: ['configuration'],
  figures: [],
  discrepancies: { raised: 0, over: 0, retold: 0 },
}

/** What a change of settings that says nothing else moves in a world, after all of its nights: it must be nothing. */
export async function movedByAComment(seed: number, size: number): Promise<SettingsChange[]> {
  const world = worldOf(seed, size)
  return inFolder(world, async (folder) => {
    for (const night of world.nights) {
      for (const { path, bytes } of night.files) put(folder, path, bytes)
      await nightOf(world, folder, night.asOf)
    }
    appendFileSync(join(folder, 'doisoat.yaml'), '\n# ghi chú\n')
    let changes: SettingsChange[] = []
    await nightOf(world, folder, world.nights.at(-1)!.asOf, async (night) => void (changes = settingsChangesOf(night)))
    return changes
  })
}
