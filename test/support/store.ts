import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { newDatabase, server } from './server.ts'
import { openStore, type Store } from '../../sql/open.ts'

/** An empty database, closed and thrown away when the tests of its file are over; without the program on top of it. */
export function makeStore(): Store {
  const room = mkdtempSync(join(tmpdir(), 'doisoat-test-'))
  const opened = openStore(server === null ? join(room, 'doisoat.db') : newDatabase())
  if (opened.is !== 'open') throw new Error(opened.is)
  afterAll(async () => {
    await opened.store.close()
    rmSync(room, { recursive: true, force: true })
  })
  return opened.store
}
