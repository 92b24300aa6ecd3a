// `npm run package`: makes the package that runs on Node 22.18 and later without a clone, in dist/. Node strips no types
// under node_modules, so the package has built JavaScript; and whoever can start it has a Node: `node` is left out.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const home = join(import.meta.dirname, '../..')
const dist = join(home, 'dist')
const rooms = ['connectors', 'pipeline', 'reports', 'sql']
const beside = ['LICENSE', 'README.md', 'HUONG-DAN.md', 'CHANGELOG.md', 'docs', 'fixtures/connectors']

rmSync(dist, { recursive: true, force: true })
execFileSync(join(home, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], { cwd: home, stdio: 'inherit' })
for (const room of rooms)
  cpSync(join(home, room), join(dist, room), { recursive: true, filter: (path) => !path.endsWith('.ts') })
for (const name of beside) cpSync(join(home, name), join(dist, name), { recursive: true })
chmodSync(join(dist, 'pipeline/main.js'), 0o755)

type Package = {
  readonly scripts: object
  readonly devDependencies: object
  readonly allowScripts: object
  readonly dependencies: { readonly node: string }
}
const {
  scripts: _,
  devDependencies: _dev,
  allowScripts: _allow,
  ...root
} = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Package
const { node: _node, ...dependencies } = root.dependencies
const packed = { ...root, bin: { doisoat: 'pipeline/main.js' }, engines: { node: '>=22.18' }, dependencies }
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(packed, null, 2)}\n`)

execFileSync('npm', ['pack', '--silent', './dist', '--pack-destination', 'dist'], { cwd: home, stdio: 'inherit' })
