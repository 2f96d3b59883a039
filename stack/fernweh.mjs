// The entry of every root script: checks Node, installs, and runs one command. Plain JavaScript, since nothing may be installed yet.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const COMMANDS = {
  start: 'stack/src/cli/start.ts',
  dev: 'stack/src/cli/dev.ts',
  test: 'stack/src/cli/test.ts',
  'test-clocks': 'stack/src/cli/test-clocks.ts',
  audit: 'stack/src/cli/audit.ts',
  release: 'stack/src/cli/release.ts',
  stop: 'stack/src/cli/stop.ts',
  status: 'stack/src/cli/status.ts',
  logs: 'stack/src/cli/logs.ts',
  new: 'stack/src/cli/new.ts',
  check: 'check/run.ts',
  bench: 'bench/src/main.ts',
}

const [command = 'start', ...args] = process.argv.slice(2)

checkNode()
if (!isInstalled()) install()
const { register } = await import('tsx/esm/api')
register()
await runCommand()

async function runCommand() {
  try {
    if (!(command in COMMANDS)) fail(`There is no command ${command}: use one of ${Object.keys(COMMANDS).join(', ')}.`)
    const { main } = await import(pathToFileURL(join(root, COMMANDS[command])).href)
    await main(args)
    process.exit(0)
  } catch (error) {
    if (error?.name === 'Stopped') process.exit(error.exitCode)
    if (error?.name === 'HelpRequest') {
      console.log(error.message)
      process.exit(0)
    }
    fail(error?.name === 'PlainError' ? error.message : error)
  }
}

function checkNode() {
  const [major = 0, minor = 0, patch = 0] = process.versions.node.split('.').map(Number)
  if (major * 1e6 + minor * 1e3 + patch >= 20_018_001) return
  fail(`Fernweh needs Node.js 20.18.1 or newer, this is ${process.versions.node}: get one from https://nodejs.org.`)
}

/** npm records in node_modules what it installed last; every package of the lock file for this platform must be in it. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const present = packagesOf(record)
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json')))
  return wanted.every(([path, entry]) => !isNeeded(path, entry) || present[path]?.version === entry.version)
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function isNeeded(path, entry) {
  if (!path.includes('node_modules/') || entry.link) return false
  if (!entry.optional) return true
  if (!entry.os || !entry.cpu || entry.libc) return false
  return entry.os.includes(process.platform) && entry.cpu.includes(process.arch)
}

/** Not `npm ci`: it refuses a lock file that lacks another platform's optional packages. Saves nothing. */
function install() {
  const start = Date.now()
  console.log('  … install')
  const options = ['--no-save', '--include=dev', '--include=optional', '--prefer-offline', '--loglevel=error']
  const { status, signal, error } = spawnSync('npm', ['install', ...options], { cwd: root, stdio: ['ignore', 2, 2] })
  if (signal) process.kill(process.pid, signal)
  if (status !== 0) fail(`npm could not install the packages: ${error?.message ?? `it ended with ${status}`}.`)
  console.log(`✓ install ${((Date.now() - start) / 1000).toFixed(1).padStart(15)} s`)
}

function fail(reason) {
  console.error(reason)
  process.exit(1)
}
