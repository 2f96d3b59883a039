import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { languages } from '../contracts/src/browser/languages.ts'
import { startLine } from '../stack/src/cli/options.ts'
import { executables } from '../stack/src/topology/processes.ts'
import { findForeignFiles, findMissingDeciders } from './anatomy.ts'
import type { CheckStep } from './check-result.ts'
import { commandStep } from './command.ts'
import { findDeadNames, findWrongMap, findWrongMetrics } from './documents.ts'
import { findAmbiguousTypes } from './exported-types.ts'
import { describeFigures } from './figures.ts'
import { findMisnamed } from './file-names.ts'
import { guardsOfScans, guardsOfTools } from './guards.ts'
import { findLooseVersions, findSecondVersions, type Manifest } from './manifests.ts'
import { findWrongMessages, type MessageCatalogs } from './messages.ts'
import { type DeclaredSetting, findWrongSettings, settingsOf } from './settings.ts'
import { cleanTree, countCycles, plantedTree } from './shape/steps.ts'
import { filesOfTree, readJson, readText, root, workspaces } from './tree.ts'
import { everyFileIsTyped, typeSteps } from './types.ts'
import { findOtherZoneRules } from './zone-rules.ts'

const manifests = () => [readJson<Manifest>('package.json'), ...workspaces().map(([, manifest]) => manifest)]

/** The slow ones first, so that both cores end together. */
export const steps: CheckStep[] = [
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
  scan('anatomy: every service has the same folders', () => anatomyProblems()),
  scan('names: one meaning per exported type', () => findAmbiguousTypes(productSources())),
  scan('zones: one set of rules', () => findOtherZoneRules(productSources())),
  scan('messages: complete, alike and used', () => messageCatalogs().flatMap(findWrongMessages)),
  scan('documents: what they name exists', findDeadNamesHere),
  scan('documents: map of who talks to whom', () => findWrongMap(documentOf('README.md'), executables)),
  scan('documents: every metric is explained', () =>
    findWrongMetrics(documentOf('docs/operations.md'), serverSources()),
  ),
  scan('documents: every setting is explained', async () =>
    findWrongSettings(documentOf('docs/hosting.md'), [...settingsOfStart(), ...(await settingsOfProcesses())]),
  ),
  guardsOfScans,
]

function scan(name: string, find: () => string[] | Promise<string[]>): CheckStep {
  return { name, run: async () => [{ name, problems: await find() }] }
}

/** Options, and variables that the stack itself reads. */
function settingsOfStart(): DeclaredSetting[] {
  const of = ['`npm start`']
  const sources = filesOfTree().filter((file) => file.startsWith('stack/src/') && !TEST_SOURCE.test(file))
  const variables = sources.flatMap((file) => [...readText(file).matchAll(/process\.env\.([A-Z_]+)/g)])
  const names = new Set(variables.flatMap(([, name = '']) => (name === 'PATH' ? [] : [name])))
  return [...Object.keys(startLine.options).map((name) => `--${name}`), ...names].map((name) => ({ name, of }))
}

async function settingsOfProcesses(): Promise<DeclaredSetting[]> {
  const settings = executables.map(async ({ name, folder, bff }) => {
    const module = await import(pathToFileURL(path.join(root, folder, 'src/config.ts')).href)
    const groups = [...(folder.startsWith('services/') ? ['every service'] : []), ...(bff ? ['every bff'] : [])]
    return settingsOf(module, [`\`${name}\``, ...groups, 'every process'])
  })
  return (await Promise.all(settings)).flat()
}

/** A team's bff and build use the messages of its micro-frontend, for titles for example. */
function messageCatalogs(): MessageCatalogs[] {
  const files = filesOfTree()
  const folders = files
    .filter((file) => file.endsWith('/messages/en.json'))
    .map((file) => path.posix.dirname(path.posix.dirname(file)))
  return folders.map((folder) => {
    const places = [`${folder}/`, `${folder.replace(/^mfe-([a-z]+)/, 'bff/$1')}/`, folder.replace(/src$/, 'build.ts')]
    const sources = files.filter(
      (file) => /\.(tsx?|html)$/.test(file) && places.some((place) => file.startsWith(place)),
    )
    const messages = Object.fromEntries(
      languages.map((language) => [language, readJson(`${folder}/messages/${language}.json`)]),
    ) as MessageCatalogs['messages']
    return { folder, messages, sources: sources.filter((file) => !/\.test\./.test(file)).map(readText) }
  })
}

const SERVER_SOURCE = /^(kit\/server|services|bff|gateway|stack)\/.*\.ts$/
const TEST_SOURCE = /\.test\.ts$|\/(tests|testing)\//

function serverSources(): string[] {
  return filesOfTree()
    .filter((file) => SERVER_SOURCE.test(file) && !TEST_SOURCE.test(file))
    .map(readText)
}

export async function readFigures(): Promise<string> {
  const files = filesOfTree().filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  return describeFigures(files.map(documentOf), await countCycles())
}

function anatomyProblems(): string[] {
  const files = filesOfTree()
  return [...findForeignFiles(files), ...findMissingDeciders(files)]
}

const productSources = () =>
  filesOfTree()
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)(tests?|testing|e2e|bench)\//.test(file))
    .map(documentOf)

function documentOf(file: string) {
  return { file, text: readText(file) }
}

const scriptsOf = ({ scripts = {} }: Manifest) => Object.keys(scripts)

function findDeadNamesHere(): string[] {
  const files = new Set(filesOfTree())
  const scripts = new Set([
    ...scriptsOf(readJson<Manifest>('package.json')),
    ...workspaces().flatMap(([folder, manifest]) => scriptsOf(manifest).map((script) => `${script} -w ${folder}`)),
  ])
  const documents = [...files].filter((file) => file.endsWith('.md')).map(documentOf)
  return documents.flatMap((document) => findDeadNames(document, files, scripts))
}
