import { createRequire } from 'node:module'

/** It has 250 files: who only asks questions does not wait for them. */
export function loadKysely(): typeof import('kysely') {
  return createRequire(import.meta.url)('kysely') as typeof import('kysely')
}
