import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type UiLanguage, uiLanguages } from '@fernweh/contracts/browser/languages'
import type { Layout } from '@fernweh/contracts/release'
import type { Catalog } from '../../language/messages.ts'
import { minifyCss } from '../plugins/minify-plugin.ts'

const placeholder = '<!-- layout -->'

export async function readLayouts(folder: string, messages: Catalog): Promise<Record<string, Layout>> {
  const frame = await readLayout(folder, 'frame')
  if (!frame.html.includes(placeholder)) throw new Error(`frame.html has no ${placeholder}`)
  const files = (await readdir(folder)).filter((file) => file.endsWith('.html') && file !== 'frame.html').sort()
  const layouts: Record<string, Layout> = {}
  for (const file of files) {
    const name = path.basename(file, '.html')
    const { html, css } = await readLayout(folder, name)
    const page = trimLines(frame.html.replace(placeholder, () => html))
    layouts[name] = {
      html: Object.fromEntries(
        uiLanguages.map((language) => [language, translateLayout(page, messages, language, file)]),
      ),
      css: minifyCss(name, frame.css + css),
    }
  }
  return layouts
}

async function readLayout(folder: string, name: string): Promise<{ html: string; css: string }> {
  const [html, css] = await Promise.all([
    readFile(path.join(folder, `${name}.html`), 'utf8'),
    readFile(path.join(folder, `${name}.css`), 'utf8'),
  ])
  return { html, css }
}

/** Replaces `{{key}}` by the message, escaped for text and for attributes in double quotes. */
export function translateLayout(html: string, messages: Catalog, language: UiLanguage, file: string): string {
  const known = messages.read(language)
  const t = messages.in(language)
  return html.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, key) => {
    if (!known[key]) throw new Error(`${file} uses ${key}, which has no message in ${language}`)
    return t(key).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  })
}

function trimLines(html: string): string {
  return html.replace(/\s*\n\s*/g, '\n').trim()
}
