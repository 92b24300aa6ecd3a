import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openStore, type Store } from '../../sql/open.ts'
import { makeRoom } from './ward.ts'

/** An empty database, closed and thrown away when the tests of its file are over. */
export function makeStore(): Store {
  const opened = openStore(join(makeRoom(), 'doisoat.db'))
  if (opened.is !== 'open') throw new Error(opened.is)
  afterAll(() => opened.store.close())
  return opened.store
}
