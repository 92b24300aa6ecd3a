import { registerHooks } from 'node:module'

// Says on standard error, when the program ends, which packages it has loaded: `node --import`.
const packages = new Set<string>()
registerHooks({
  load: (url, context, next) => {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
    if (name !== undefined) packages.add(name)
    return next(url, context)
  },
})
process.on('exit', () => process.stderr.write(`${[...packages].toSorted().join(' ')}\n`))
