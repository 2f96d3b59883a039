/** What the other checks must catch: planted in a copy of the tree, or given to the function that judges. */
import path from 'node:path'
import { findForeignFiles, findMissingDeciders } from './anatomy.ts'
import type { CheckResult, CheckStep } from './check-result.ts'
import { runTool } from './command.ts'
import { findDeadNames, findWrongMap, findWrongMetrics } from './documents.ts'
import { findAmbiguousTypes } from './exported-types.ts'
import { countCopies } from './figures.ts'
import { findMisnamed } from './file-names.ts'
import { findLooseVersions, findSecondVersions } from './manifests.ts'
import { findWrongMessages } from './messages.ts'
import { createOverlay } from './overlay.ts'
import { findWrongSettings, settingsOf } from './settings.ts'
import { findOtherZoneRules } from './zone-rules.ts'

/** Each would pass with one flag of the strict settings off. */
const ILL_TYPED = `import { CheckResult } from './check-result.ts'
export const unchecked: string = ['a'][1]
export const optional: { a?: number } = { a: undefined }
export const untyped = (given) => given as CheckResult
`

const PLANTED = {
  'check/planted-format.ts': 'export const a = "double quotes";\n',
  'check/planted-lint.ts': 'export default 1\n',
  'check/planted-types.ts': ILL_TYPED,
  'check/planted-types.json': JSON.stringify({
    extends: '../tsconfig.server.json',
    include: [],
    files: ['planted-types.ts'],
  }),
  'kit/server/planted-export.ts': 'export const nobodyTakesMe = 1\n',
  'services/search/src/planted-file.ts': 'export const nobodyImportsMe = 1\n',
}

interface Guard {
  name: string
  tool: string
  args: string[]
  /** All must be in what the tool says. */
  says: string[]
}

const guards: Guard[] = [
  { name: 'format', tool: '@biomejs/biome', args: ['format', 'check/planted-format.ts'], says: ['planted-format.ts'] },
  { name: 'lint', tool: '@biomejs/biome', args: ['lint', 'check/planted-lint.ts'], says: ['noDefaultExport'] },
  {
    name: 'types',
    tool: 'typescript',
    args: ['-p', 'check/planted-types.json'],
    says: ['TS1484', 'TS2322', 'TS2375', 'TS7006'],
  },
  {
    name: 'dead code',
    tool: 'knip',
    args: ['--no-progress'],
    says: ['services/search/src/planted-file.ts', 'nobodyTakesMe'],
  },
]

export const guardsOfTools: CheckStep = {
  name: 'guards',
  async run() {
    const overlay = createOverlay(PLANTED)
    try {
      return await Promise.all(guards.map((guard) => tryGuard(guard, overlay.folder)))
    } finally {
      overlay.remove()
    }
  },
}

async function tryGuard({ name, tool, args, says }: Guard, folder: string): Promise<CheckResult> {
  const { code, output } = await runTool(tool, args, folder)
  const unsaid = says.filter((word) => !output.includes(path.normalize(word)))
  return {
    name: `${name} catches ${says.length} planted`,
    problems: [...(code === 0 ? ['the command ended well'] : []), ...unsaid.map((word) => `not said: ${word}`)],
  }
}

const MISNAMED = [
  'kit/server/utils/a.ts',
  'kit/server/helpers.ts',
  'ui/src/index.ts',
  'mfe-search/src/fragments/find.tsx',
  'kit/server/EventLog.ts',
  'Kit/a.ts',
]

const FOREIGN = [
  'services/search/src/adapters/streams.ts',
  'services/search/src/loose.ts',
  'services/search/src/api/find.ts',
  'services/search/src/main-api.ts',
]

const AMBIGUOUS = [
  { file: 'a.ts', text: 'export interface Visit { at: string }\nexport type Same = { a: 1 }' },
  { file: 'b.ts', text: 'export interface Visit { page: string }\n/** As in a. */\nexport type Same = {\n a: 1 }' },
]

const OTHER_RULES = [
  { file: 'a.ts', text: 'new Intl.DateTimeFormat(locale, { hour, timeZone: zone })' },
  { file: 'b.ts', text: 'const options = { timeZone }' },
  { file: 'c.ts', text: "const options = { timeZone: 'UTC' }" },
]

const copied = Array.from({ length: 6 }, (_, i) => `const line${i} = ${i}`).join('\n')

const UNTRUE = {
  file: 'docs/planted.md',
  text: 'See [this](nowhere.md), `kit/server/gone.ts` `npm run nothing` and `npm run build -w gone`; [that](../README.md) is there.',
}

const UNEXPLAINED = { file: 'docs/planted.md', text: '| `fernweh_gone_total` | nobody registers it | – | – |' }

const UNSET = {
  file: 'docs/planted.md',
  text: '| `PORT` | every process | 80 | port | – |\n| `GONE` | every process | – | – | nobody reads it |',
}
const declared = {
  planted: {
    shape: {
      PORT: { safeParse: () => ({ success: false }) },
      LEVEL: { safeParse: () => ({ success: true, data: 'info' }) },
    },
  },
}

const seats = '{seats, plural, zero {a} one {b} two {c} few {d} many {e} other {f}}'
const UNTRANSLATED = {
  folder: 'planted',
  sources: [`t('a.lacking') t('a.empty') t('a.other') t(\`b.\${kind}\`) title: { key: 'c.misspelledKey' }`],
  messages: {
    en: {
      'a.lacking': 'x',
      'a.empty': 'x',
      'a.other': '{name}',
      'b.seats': seats,
      'c.misspelledKey': 'x',
      'd.unsaid': 'x',
    },
    de: {
      'a.empty': ' ',
      'a.other': '{person}',
      'b.seats': '{seats, plural, other {a}}',
      'c.misspelledKey': 'x',
      'd.unsaid': 'x',
    },
    ar: {
      'a.lacking': 'x',
      'a.empty': 'x',
      'a.other': '{name}',
      'b.seats': seats,
      'c.misspelledKey': 'x',
      'd.unsaid': 'x',
    },
  },
}
const broken = { 'a.b': '{seats, plural, one {seat}' }
const BROKEN = { folder: 'planted', sources: ["'a.b'"], messages: { en: broken, de: broken, ar: broken } }

export const guardsOfScans: CheckStep = {
  name: 'guards of scans',
  async run() {
    const first = { name: 'first', dependencies: { pg: '^8.0.0' } }
    const second = { name: 'second', devDependencies: { pg: '8.0.0' } }
    return [
      catches('dependencies: pinned exactly', 1, findLooseVersions([first, second])),
      catches('dependencies: one version each', 1, findSecondVersions([first, second])),
      catches('documents: what they name exists', 4, findDeadNames(UNTRUE, new Set(['README.md']), new Set())),
      catches('documents: map of who talks to whom', 1, findWrongMap(UNTRUE, []).slice(0, 1)),
      catches(
        'documents: every metric is explained',
        2,
        findWrongMetrics(UNEXPLAINED, ["name: 'fernweh_unexplained'"]),
      ),
      catches(
        'documents: every setting is explained',
        3,
        findWrongSettings(UNSET, settingsOf(declared, ['`planted`', 'every process'])),
      ),
      catches('messages: complete, alike and used', 6, findWrongMessages(UNTRANSLATED)),
      catches('messages: can be read', 1, findWrongMessages(BROKEN)),
      catches('anatomy: every service has the same folders', 2, findForeignFiles(FOREIGN)),
      catches('anatomy: rules in one place', 1, findMissingDeciders(['services/search/migrations/001-views.sql'])),
      catches('names: one meaning per exported type', 1, findAmbiguousTypes(AMBIGUOUS)),
      catches('zones: one set of rules', 2, findOtherZoneRules(OTHER_RULES)),
      catches('figures: copies', 1, findCopies()),
      catches('file names', MISNAMED.length, findMisnamed(MISNAMED)),
    ]
  },
}

function findCopies(): string[] {
  const count = countCopies([
    { file: 'a.ts', text: copied },
    { file: 'b.ts', text: `${copied}\nconst own = 1` },
  ])
  return Array.from({ length: count }, () => 'a copy')
}

function catches(name: string, planted: number, found: string[]): CheckResult {
  const problems = found.length === planted ? [] : [`${found.length} of ${planted} were caught`, ...found]
  return { name: `${name} catches ${planted} planted`, problems }
}
