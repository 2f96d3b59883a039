/** Files and folders are kebab-case; a component's file, also a fragment's, carries the name it exports. */
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
const PASCAL = /^[A-Z][A-Za-z0-9]*$/
const FOREIGN = /^(README|CONTRIBUTING|SECURITY)\.md$|^(LICENSE|OFL\.txt)$/
const SAYS_NOTHING = /^(utils?|helpers?|common|shared|dto|misc|manager|service)$/
const LAYERS = /^(application|infrastructure|ports)$/

export function findMisnamed(files: string[]): string[] {
  const folders = new Set(files.flatMap(foldersOf))
  return [...[...folders].flatMap(judgeFolder), ...files.flatMap(judgeFile)]
}

/** `a/b/c.ts` → `a`, `a/b`. */
function foldersOf(file: string): string[] {
  const segments = file.split('/').slice(0, -1)
  return segments.map((_, i) => segments.slice(0, i + 1).join('/'))
}

function judgeFolder(folder: string): string[] {
  const name = lastOf(folder).replace(/^\./, '')
  if (SAYS_NOTHING.test(name) || LAYERS.test(name)) return [`${folder}/: the name says nothing of what is inside`]
  return KEBAB.test(name) ? [] : [`${folder}/: a folder is kebab-case`]
}

function judgeFile(file: string): string[] {
  const name = lastOf(file)
  const [stem = '', ...endings] = name.replace(/^\./, '').split('.')
  if (FOREIGN.test(name)) return []
  if (SAYS_NOTHING.test(stem)) return [`${file}: the name says nothing of what is inside`]
  if (/^index\.tsx?$/.test(name)) return [`${file}: no barrels, import the file itself`]
  if (!endings.every((ending) => KEBAB.test(ending))) return [`${file}: endings are kebab-case`]
  if (isFragment(file)) return PASCAL.test(stem) ? [] : [`${file}: a fragment is PascalCase`]
  if (PASCAL.test(stem)) return mayBePascal(file) ? [] : [`${file}: only components are PascalCase`]
  return KEBAB.test(stem) ? [] : [`${file}: a file is kebab-case`]
}

const lastOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const isFragment = (file: string) => /\/src\/fragments\/[^/.]+\.tsx$/.test(file)
const mayBePascal = (file: string) => /\.(tsx|module\.css)$/.test(file)
