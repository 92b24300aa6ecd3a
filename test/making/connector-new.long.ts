import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cloneWith, runIn } from './clone.ts'
import { text } from './strange-export.ts'

test('in a clone, the command’s connector passes the tests of the connectors and every check of the kit', () => {
  const rooms = ['connectors', 'pipeline', 'reports', 'sql', 'fixtures', 'test', 'bin', 'bench']
  const settings = ['package.json', 'tsconfig.json', 'vitest.config.ts', 'vitest.long.config.ts', 'vitest.mutation.config.ts', '.oxfmtrc.json', '.oxlintrc.json'] // prettier-ignore
  const root = cloneWith([...rooms, ...settings])
  writeFileSync(join(root, 'SangChe.csv'), text)
  const said = runIn(root, 'bin/doisoat', 'connector', 'new', 'bosangche-bang', 'SangChe.csv')
  expect(said).toContain('connectors/bosangche-bang.ts')
  runIn(root, 'npm', 'run', '-s', 'types')
  runIn(root, 'npm', 'run', '-s', 'lint')
  runIn(root, 'vitest', 'run', 'test/connectors')
  expect(existsSync(join(root, 'fixtures/connectors/bosangche-bang/sample.expected.json'))).toBe(true)
  runIn(root, 'vitest', 'run', 'test/connectors')
  runIn(root, 'bin/doisoat', 'connector', 'test', 'bosangche-bang')
})
