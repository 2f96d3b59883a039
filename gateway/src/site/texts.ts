/** Help, contact, terms, privacy and imprint: the operator's Markdown, or the sample that is shipped. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Language, languageOf, languages } from '@fernweh/contracts/browser/languages'
import createMarkdown from 'markdown-it'
import type { Fragment } from '../pages/fragment.ts'

/** The footer of every page links to them. */
const names = ['help', 'contact', 'terms', 'privacy', 'imprint'] as const
/** No team has it, so the browser has nothing to load. */
export const TEXT_FRAGMENT = 'gateway/Text'

export interface Texts {
  find(path: string, tag: string): Fragment | null
}

/** Elements of HTML in a text are shown as they are written, and links to scripts are none. */
const markdown = createMarkdown({ html: false, typographer: false })

/** Reads every text once. `operatorFolder` holds `<language>/<name>.md`. */
export async function readTexts(samples: URL, operatorFolder?: string): Promise<Texts> {
  const files = languages.flatMap((language) => names.map((name) => ({ language, name })))
  const texts = new Map<string, Fragment>()
  if (operatorFolder) await readdir(operatorFolder).catch(failFor(operatorFolder))
  await Promise.all(
    files.map(async ({ language, name }) => {
      const source = await readText(fileURLToPath(samples), operatorFolder, `${language}/${name}.md`)
      texts.set(keyOf(`/${name}`, language), toFragment(source, `/${name}`))
    }),
  )
  return { find: (path, tag) => texts.get(keyOf(path, languageOf(tag))) ?? null }
}

const keyOf = (path: string, language: Language) => `${language} ${path}`

async function readText(samples: string, operatorFolder: string | undefined, file: string): Promise<string> {
  const own = operatorFolder && (await readFile(path.join(operatorFolder, file), 'utf8').catch(onMissing))
  return own || readFile(path.join(samples, file), 'utf8')
}

const failFor = (folder: string) => (cause: Error) => {
  throw new Error(`TEXTS_DIR: ${folder} is not a folder that can be read`, { cause })
}

function onMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

/** The first heading is the title of the page. */
export function toFragment(source: string, canonical: string): Fragment {
  const tokens = markdown.parse(source, {})
  const heading = tokens[tokens.findIndex(({ type, tag }) => type === 'heading_open' && tag === 'h1') + 1]
  const title = `${heading?.content || 'Fernweh'} · Fernweh`
  const html = `<div data-text>${markdown.renderer.render(tokens, markdown.options, {})}</div>`
  return { status: 200, title, meta: { canonical }, preloads: '', html }
}
