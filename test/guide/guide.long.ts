import { expect, test } from 'vitest'
import { differencesIn } from './scene.ts'
import { longScenes } from './scenes-long.ts'

const isUpdating = process.env['GUIDE_UPDATE'] !== undefined

test.each(longScenes.map((scene) => [scene.is, scene] as const))(
  '%s: the guides show what is printed',
  async (_, scene) => {
    expect(await differencesIn(scene, isUpdating)).toEqual([])
  },
)
