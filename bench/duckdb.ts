// Does the work of a script in DuckDB: `duckdb.ts DATABASE SCRIPT NAME=PATH…`, with each {NAME} in the script a path.
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

const [database, script, ...places] = process.argv.slice(2)
const instance = await DuckDBInstance.create(database)
const connection = await instance.connect()
const named = places.map((place) => place.split('=') as [string, string])
const sql = named.reduce((text, [name, path]) => text.replaceAll(`{${name}}`, path), readFileSync(script!, 'utf8'))
await connection.run(sql)
await connection.run('checkpoint')
connection.closeSync()
instance.closeSync()
