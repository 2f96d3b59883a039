import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { serviceFiles } from '../new/service-files.ts'
import { teamFiles, type Versions } from '../new/team-files.ts'
import { PlainError } from '../plain-error.ts'
import { root } from '../state/folders.ts'
import { readNew } from './options.ts'

/** `npm run new -- service NAME` or `npm run new -- team NAME`: an empty service, or a whole empty column. */
export async function main(args: string[]) {
  const { kind, name } = readNew(args)
  const files = kind === 'team' ? teamFiles(name, readVersions()) : serviceFiles(name, { zod: readVersions().zod })
  const taken = Object.keys(files)
    .map(toFolder)
    .find((folder) => existsSync(join(root, folder)))
  if (taken) throw new PlainError(`There is a folder ${taken} already: choose another name than ${name}.`)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const folders = [...new Set(Object.keys(files).map(toFolder))]
  console.log(`New: ${folders.join(', ')}. The next npm start finds, builds and runs them.`)
}

/** `services/meals/src/main.ts` → `services/meals`, `mfe-meals/build.ts` → `mfe-meals`. */
function toFolder(file: string): string {
  const [first = '', second = ''] = file.split('/')
  return first.startsWith('mfe-') ? first : `${first}/${second}`
}

/** A new package uses the versions that stand in kit's manifest: there is one version of each dependency. */
function readVersions(): Versions {
  const manifest = JSON.parse(readFileSync(join(root, 'kit', 'package.json'), 'utf8'))
  const { dependencies, devDependencies } = manifest
  return {
    zod: dependencies.zod,
    express: dependencies.express,
    react: dependencies.react,
    types: { react: devDependencies['@types/react'], 'react-dom': devDependencies['@types/react-dom'] },
  }
}
