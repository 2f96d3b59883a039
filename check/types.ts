import { mkdirSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import type { CheckStep } from './check-result.ts'
import { linesOf, runTool } from './command.ts'
import { filesOfTree, root } from './tree.ts'

const PROJECTS = ['tsconfig.server.json', 'tsconfig.browser.json', 'tsconfig.mixed.json']
const cache = path.join(root, 'node_modules/.cache/check')

export const typeSteps: CheckStep[] = PROJECTS.map((project) => ({
  name: `types: ${project}`,
  async run() {
    mkdirSync(cache, { recursive: true })
    const memory = ['--incremental', '--tsBuildInfoFile', path.join(cache, `${project}.tsbuildinfo`)]
    const { code, output } = await runTool('typescript', ['-p', project, '--pretty', 'false', ...memory])
    return [{ name: `types: ${project}`, problems: code === 0 ? [] : linesOf(output) }]
  },
}))

/** A file in no project is checked by nobody. */
export const everyFileIsTyped: CheckStep = {
  name: 'types: every file belongs to a project',
  async run() {
    const typed = new Set(PROJECTS.flatMap(filesOfProject))
    const untyped = filesOfTree().filter((file) => /\.tsx?$/.test(file) && !typed.has(file))
    return [{ name: this.name, problems: untyped.map((file) => `${file} is in no project`) }]
  },
}

function filesOfProject(project: string): string[] {
  const { config } = ts.readConfigFile(path.join(root, project), ts.sys.readFile)
  return ts.parseJsonConfigFileContent(config, ts.sys, root).fileNames.map((file) => path.relative(root, file))
}
