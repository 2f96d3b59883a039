import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { CheckResult, CheckStep } from './check-result.ts'
import { root } from './tree.ts'

const require = createRequire(import.meta.url)

interface Ended {
  code: number
  output: string
}

/** Runs the executable of an installed package with the Node that runs this. */
export function runTool(name: string, args: string[], cwd = root): Promise<Ended> {
  return runNode([executableOf(name), ...args], cwd)
}

export function runNode(args: string[], cwd = root): Promise<Ended> {
  const options = { cwd, maxBuffer: 64 * 2 ** 20, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? 1, output: stdout + stderr })
    })
  })
}

/** A step that passes when the command ends well. */
export function commandStep(name: string, tool: string, args: string[]): CheckStep {
  return {
    name,
    async run(): Promise<CheckResult[]> {
      const { code, output } = await runTool(tool, args)
      return [{ name, problems: code === 0 ? [] : linesOf(output) }]
    },
  }
}

export const linesOf = (output: string) => output.split('\n').filter((line) => line.trim() !== '')

function executableOf(name: string): string {
  const manifest = path.join(root, 'node_modules', name, 'package.json')
  const { bin } = require(manifest) as { bin: string | Record<string, string> }
  const file = typeof bin === 'string' ? bin : (bin[path.basename(name)] ?? Object.values(bin)[0])
  return path.join(path.dirname(manifest), file as string)
}
