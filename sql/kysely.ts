import { createRequire } from 'node:module'
import type { Dialect, Kysely } from 'kysely'
import type { Schema } from './schema.ts'

type Library = typeof import('kysely')

/** Typed queries, made when they are first asked for: the library has 250 files, and who only asks questions does not wait for them. */
export function whenAsked(dialect: (library: Library) => Dialect): () => Kysely<Schema> {
  let made: Kysely<Schema> | null = null
  return () => (made ??= madeOn(dialect))
}

function madeOn(dialect: (library: Library) => Dialect): Kysely<Schema> {
  const library = createRequire(import.meta.url)('kysely') as Library
  return new library.Kysely<Schema>({ dialect: dialect(library) })
}
