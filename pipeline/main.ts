#!/usr/bin/env node
// The first lines look at the Node that runs them: the database driver ends an older one without a word.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `doisoat: Node ở đây là ${process.versions.node}, chương trình cần 22.18 trở lên. Chạy bằng bin/doisoat.\n`,
  )
  process.exit(2)
}

// Types are stripped and the rest compiled once, not at every start; where nothing can be kept, it is done again.
const { enableCompileCache } = await import('node:module')
const { fileURLToPath } = await import('node:url')
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))

const { main } = await import('./cli.ts')
const { askingOn } = await import('./asking.ts')
const { existsSync } = await import('node:fs')
const { userInfo } = await import('node:os')

// Whoever reads the output may have seen enough (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const bin = fileURLToPath(new URL('../bin/doisoat', import.meta.url))
const asking = process.stdin.isTTY && process.stderr.isTTY ? askingOn(process.stdin, process.stderr) : null

process.exitCode = await main({
  arguments: process.argv.slice(2),
  env: { USER: userName(), ...process.env },
  cwd: process.cwd(),
  pid: process.pid,
  now: () => new Date(),
  out: (text) => process.stdout.write(text),
  drained: async () => {
    if (process.stdout.writableNeedDrain) await new Promise((resolve) => process.stdout.once('drain', resolve))
  },
  err: (text) => process.stderr.write(text),
  input: async () => {
    const parts: Uint8Array[] = []
    for await (const part of process.stdin as AsyncIterable<Uint8Array>) parts.push(part)
    return Buffer.concat(parts)
  },
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  screen: process.stdout.isTTY,
  ...(process.stdout.isTTY ? { columns: () => process.stdout.columns } : {}),
  machine: {
    node: process.versions.node,
    platform: process.platform,
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    // The shell script finds its Node by itself; Windows has no such shell, and a package not the script.
    program:
      process.platform === 'win32' || !existsSync(bin) ? [process.execPath, fileURLToPath(import.meta.url)] : [bin],
  },
  ...(asking === null ? {} : { ask: asking.ask }),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  signals,
  ...(process.stderr.isTTY && process.env['TERM'] !== 'dumb' ? { line: line() } : {}),
})
asking?.close()
if (asking?.isInterrupted()) process.exitCode = 130

function line() {
  return {
    columns: () => process.stderr.columns,
    draw: (text: string) => void process.stderr.write(`\r\u001B[2K${text}`), // from the line's beginning, which is emptied
  }
}

/** While nobody watches, and once a watcher has been told, a signal ends the process at once. */
function signals(seen: (exit: 130 | 143) => void): () => void {
  const interrupted = (): void => told(130)
  const terminated = (): void => told(143)
  function told(exit: 130 | 143): void {
    end()
    seen(exit)
  }
  function end(): void {
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', terminated)
  }
  process.on('SIGINT', interrupted)
  process.on('SIGTERM', terminated)
  return end
}

/** Cron has no USER; a machine may have no name for whoever runs there. */
function userName(): string | undefined {
  try {
    return userInfo().username
  } catch {
    return undefined
  }
}
