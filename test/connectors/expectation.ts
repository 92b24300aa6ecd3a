import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'

/** Holds a value against the expectation beside a case; one that is missing is written and said, never in CI. */
export function expectAsBeside(file: string, value: unknown): void {
  const path = file.replace(/\.[^.]+$/, '.expected.json')
  if (!existsSync(path)) {
    if (process.env['CI']) throw new Error(`${path}: the expectation is missing`)
    writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`)
    console.warn(`${path}: written, read it before you keep it`)
  }
  expect(JSON.parse(JSON.stringify(value))).toEqual(JSON.parse(readFileSync(path, 'utf8')))
}
