/** Generates the modules between a team's fragments and webpack. `Menu` is the component `Menu` of `src/fragments/Menu.tsx`. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

export interface FragmentModules {
  exposes: Record<string, string>
  /** Module that exports `renderFragment`, `messagesOf` and `say` for all fragments. */
  server: string
  standalone: string
}

const GENERATED = './dist/.generated'

export async function writeFragmentModules(
  team: string,
  fragments: readonly string[],
  folder: string,
): Promise<FragmentModules> {
  for (const fragment of fragments) checkSource(team, fragment, folder)
  await mkdir(path.join(folder, GENERATED), { recursive: true })
  const write = async (name: string, source: string) => {
    await writeFile(path.join(folder, GENERATED, name), source)
    return `${GENERATED}/${name}`
  }
  const exposes = fragments.map(async (name) => [name, await write(`${name}.ts`, toMountModule(name))] as const)
  return {
    exposes: Object.fromEntries(await Promise.all(exposes)),
    server: await write('server.ts', toServerModule(fragments)),
    standalone: await write('standalone.ts', toStandaloneModule(team, fragments)),
  }
}

function checkSource(team: string, fragment: string, folder: string) {
  const file = `src/fragments/${fragment}.tsx`
  if (!existsSync(path.join(folder, file)))
    throw new Error(`${team} lists the fragment ${fragment}, but ${file} does not exist: add it or remove the entry`)
}

const toImport = (fragment: string) => `import { ${fragment} } from '../../src/fragments/${fragment}.tsx'\n`
const toImports = (fragments: readonly string[]) => fragments.map(toImport).join('')

const toMountModule = (fragment: string) => `import { mountFragment } from '@fernweh/kit/browser/rendering/mount'
${toImport(fragment)}
export const mount = mountFragment(${fragment})
`

const toServerModule = (
  fragments: readonly string[],
) => `import { createServerBuild } from '@fernweh/kit/browser/rendering/server-render'
import { allMessages } from '../../src/messages.ts'
${toImports(fragments)}
const build = createServerBuild({ fragments: { ${fragments.join(', ')} }, messages: allMessages })
export const { renderFragment, messagesOf, translate: say } = build
`

const toStandaloneModule = (team: string, fragments: readonly string[]) =>
  `import { mountFragment } from '@fernweh/kit/browser/rendering/mount'
import { standalone } from '@fernweh/kit/browser/rendering/standalone'
import { allMessages } from '../../src/messages.ts'
import { options } from '../../src/standalone.tsx'
${toImports(fragments)}
const mounts = { ${fragments.map((name) => `${name}: mountFragment(${name})`).join(', ')} }
void standalone({ team: '${team}', mounts, messages: allMessages, ...options })
`
