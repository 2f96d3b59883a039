import { spawn } from 'node:child_process'
import { interruptible, runRunner } from '../../src/cli/interruptible.ts'

const [way, ...args] = process.argv.slice(2)
const command = { args, cwd: import.meta.dirname, env: {} }

/** `plain` is how a runner would be started without any care for signals. */
if (way === 'plain') spawn(process.execPath, args, { cwd: command.cwd, stdio: 'inherit' })
else await interruptible((signal) => runRunner({ ...command, signal })).catch(() => process.exit(143))
