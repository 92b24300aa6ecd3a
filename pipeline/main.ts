// The first lines look at the Node that runs them: the database driver ends an older one without a word.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `doisoat: Node ở đây là ${process.versions.node}, chương trình cần 22.18 trở lên. Chạy bằng bin/doisoat.\n`,
  )
  process.exit(2)
}

const { userInfo } = await import('node:os')
const { main } = await import('./cli.ts')

// Whoever reads the output may have seen enough (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

/** A system may run a program under a number that has no name. */
function user(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? '?')
  }
}

process.exitCode = await main({
  arguments: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  pid: process.pid,
  user,
  now: () => new Date(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
})
