import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PlainError, Stopped } from './plain-error.mjs'
import { step } from './steps.mjs'

/** Without a terminal a signal reaches only this process, and what it runs must end with it. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @param {{ build?: boolean }} [options] */
export async function prepare({ build = true } = {}) {
  checkNode()
  if (!isInstalled()) await step('install', install)
  if (build) await step('build', runBuild)
}

function checkNode() {
  const [major = 0, minor = 0, patch = 0] = process.versions.node.split('.').map(Number)
  if (major * 1e6 + minor * 1e3 + patch >= 20_018_001) return
  const found = process.versions.node
  throw new PlainError(`Fernweh needs Node.js 20.18.1 or newer, this is ${found}: get one from https://nodejs.org.`)
}

/** npm leaves in node_modules what it installed last; every package of the lock file for this platform must be in it. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const present = packagesOf(installed)
  const wanted = packagesOf(join(root, 'package-lock.json'))
  return Object.entries(wanted).every(
    ([path, entry]) => !isNeeded(path, entry) || present[path]?.version === entry.version,
  )
}

/** @param {string} file @returns {Record<string, { version?: string, link?: boolean, optional?: boolean, peer?: boolean, os?: string[], cpu?: string[], libc?: string[] }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** @param {string} path @param {ReturnType<typeof packagesOf>[string]} entry */
function isNeeded(path, entry) {
  if (!path.includes('node_modules/') || entry.link) return false
  if (!entry.optional) return true
  if (!entry.os || !entry.cpu || entry.libc) return false
  return entry.os.includes(process.platform) && entry.cpu.includes(process.arch)
}

/** Not `npm ci`: it refuses a lock file that lacks another platform's optional packages. Nothing is saved. */
async function install() {
  const args = ['install', '--no-save', '--include=dev', '--include=optional', '--prefer-offline', '--loglevel=error']
  const failed = await run('npm', args)
  if (failed) throw new PlainError(`npm could not install the packages:\n${failed}`)
}

/** @param {(text: string) => void} note @param {string[]} [filter] */
export async function runBuild(note, filter = []) {
  const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo')
  let done = ''
  const failed = await run(
    process.execPath,
    [turbo, 'run', 'build', ...filter, '--output-logs=errors-only', '--no-color'],
    (text) => {
      done = /Tasks: +(.*)/.exec(text)?.[1] ?? done
      const cached = /Cached: +(.*)/.exec(text)?.[1]
      if (cached) note(`${done.replace(' successful', ' built')}, ${cached}`)
    },
  )
  if (failed) throw new PlainError(`The build failed:\n${failed}`)
}

/**
 * Runs a command at the root, quietly. Throws Stopped when a signal has ended it.
 * @param {string} command @param {string[]} args @param {(text: string) => void} [onText]
 * @returns {Promise<string>} empty, or what it printed when it failed
 */
function run(command, args, onText) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' }
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk
      for (const line of String(chunk).split('\n')) onText?.(line)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', reject)
    /** @type {NodeJS.Signals | undefined} */
    let told
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      told = signal
      child.kill(signal)
    }
    for (const signal of SIGNALS) process.on(signal, pass)
    child.on('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, pass)
      if (told) reject(new Stopped(told))
      else resolve(code === 0 ? '' : output.trim() || `${command} ended with ${code}`)
    })
  })
}
