import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { systems } from '../connectors/connector.ts'
import { kinds } from '../pipeline/rules/rule.ts'
import { stages } from '../pipeline/stages.ts'
import { openWard, type Ward } from './support/ward.ts'

let ward: Ward

beforeAll(() => {
  ward = openWard()
})

/** What bash proposes for the last of the words, with the script that the program prints. */
async function proposed(...words: string[]): Promise<string[]> {
  const file = join(ward.folder, 'doisoat.bash')
  writeFileSync(file, (await ward.doisoat('completion', 'bash')).out)
  const asks = '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _doisoat; printf "%s\\n" "${COMPREPLY[@]}"'
  const given = ['--norc', '-c', asks, 'bash', file, 'doisoat', ...words]
  const told = execFileSync('bash', given, { encoding: 'utf8', cwd: ward.folder, stdio: ['ignore', 'pipe', 'ignore'] })
  return told.split('\n').filter((each) => each !== '')
}

const hasBash = spawnSync('bash', ['-c', 'complete -F x y']).status === 0

describe.runIf(hasBash)('bash', () => {
  test('proposes every command, and those below one', async () => {
    const { out } = await ward.doisoat('--help')
    const commands = await proposed('')
    expect(commands.length).toBeGreaterThan(20)
    expect(commands.filter((name) => !new RegExp(`^ +${name} `, 'm').test(out))).toEqual([])
    expect(await proposed('discrepancies', '')).toEqual(['list', 'ack', 'reopen', 'links', 'link', 'unlink'])
    expect(await proposed('conn')).toEqual(['connector'])
  })

  test('proposes the flags of the command that stands there, whatever stands before it', async () => {
    expect(await proposed('--lang', 'en', 'nightly', '--quiet', '--c')).toEqual(['--canary', '--config'])
    expect(await proposed('discrepancies', '--kind', 'due_soon', '--fail')).toEqual(['--fail-on'])
    expect(await proposed('discrepancies', 'ack', '--fail')).toEqual([])
  })

  test('proposes what may follow a flag, and the words that a command takes', async () => {
    expect(await proposed('figures', '--basis', '')).toEqual(['centre', 'all'])
    expect(await proposed('discrepancies', '--kind', '')).toEqual([...kinds])
    expect(await proposed('run', 'load', '--system', '')).toEqual([...systems])
    expect(await proposed('run', '')).toEqual(stages.map(({ name }) => name))
    expect(await proposed('figures', '--period', '')).toEqual([])
  })

  test('proposes files by their names, with spaces in them', async () => {
    mkdirSync(join(ward.folder, 'Thư mục một'))
    expect(await proposed('connector', 'try', 'Th')).toEqual(['Thư mục một'])
    expect(await proposed('status', '--config', 'doisoat.y')).toEqual(['doisoat.yaml'])
  })

  test('takes the script over a pipe without a word', async () => {
    const { out } = await ward.doisoat('completion', 'bash')
    const { status, stderr, stdout } = spawnSync('bash', ['--norc', '-c', 'eval "$0" && complete -p doisoat', out], {
      encoding: 'utf8',
    })
    expect([status, stderr, stdout]).toEqual([0, '', 'complete -F _doisoat doisoat\n'])
  })
})

test.runIf(spawnSync('zsh', ['--version']).status === 0)('zsh takes its script over', async () => {
  const { out } = await ward.doisoat('completion', 'zsh')
  const given = ['-f', '-c', 'autoload -U compinit; compinit -D -u; eval "$0"; print -r -- ${_comps[doisoat]}', out]
  const { stdout, stderr } = spawnSync('zsh', given, { encoding: 'utf8' })
  expect([stdout, stderr]).toEqual(['_bash_complete -F _doisoat\n', ''])
})

test('a shell that it does not know is exit 2, with those that it does', async () => {
  expect(await ward.doisoat('completion', 'fish')).toMatchObject({ code: 2, err: expect.stringContaining('"bash"') })
})
