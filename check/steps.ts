import { commandStep } from './command.ts'
import { findMisnamed } from './file-names.ts'
import { guardsOfScans, guardsOfTools } from './guards.ts'
import { findLooseVersions, findSecondVersions, type Manifest } from './manifests.ts'
import type { Step } from './outcome.ts'
import { cleanTree, plantedTree } from './shape/steps.ts'
import { filesOfTree, readJson, workspaces } from './tree.ts'
import { everyFileIsTyped, typeSteps } from './types.ts'

const manifests = () => [readJson<Manifest>('package.json'), ...workspaces().map(([, manifest]) => manifest)]

/** The slow ones first, so that both cores end together. */
export const steps: Step[] = [
  ...typeSteps,
  plantedTree,
  guardsOfTools,
  cleanTree,
  commandStep('dead code', 'knip', ['--no-progress', '--treat-config-hints-as-errors']),
  commandStep('format', '@biomejs/biome', ['format', '.', '--reporter=concise']),
  commandStep('lint', '@biomejs/biome', ['lint', '.', '--reporter=concise', '--error-on-warnings']),
  everyFileIsTyped,
  scan('dependencies: pinned exactly', () => findLooseVersions(manifests())),
  scan('dependencies: one version each', () => findSecondVersions(manifests())),
  scan('file names', () => findMisnamed(filesOfTree())),
  guardsOfScans,
]

function scan(name: string, find: () => string[]): Step {
  return { name, run: async () => [{ name, problems: find() }] }
}
