/** Every service has the same folders, so that whoever knows one knows all. */

const FOLDERS = ['api', 'commands', 'consumers', 'credentials', 'domain', 'rendering', 'third-party', 'timers', 'views']
const FILES = /^(main(-[a-z]+)*|compose|config|audit)\.ts$/

export function findForeignFiles(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const [, inside] = /^services\/[^/]+\/src\/(.+)$/.exec(file) ?? []
    if (!inside) return []
    const [folder = '', ...rest] = inside.split('/')
    const isKnown = rest.length > 0 ? FOLDERS.includes(folder) : FILES.test(folder)
    return isKnown ? [] : [`${file}: a service has ${FOLDERS.join('/, ')}/ and main, compose, config, audit`]
  })
}

/** A service that appends has its rules in one place. */
export function findMissingDeciders(files: readonly string[]): string[] {
  const withLog = files.filter((file) => /^services\/[^/]+\/migrations\/001-/.test(file))
  const known = new Set(files)
  return withLog
    .map((file) => `${file.split('/').slice(0, 2).join('/')}/src/domain/decider.ts`)
    .filter((decider) => !known.has(decider))
    .map((decider) => `${decider} is missing: the rules of a service's streams`)
}
