import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type UiLanguage, uiLanguages } from '@fernweh/contracts/browser/languages'
import type { Layout } from '@fernweh/contracts/release'
import type { Catalog } from '../language/messages.ts'
import { minifyCss } from './minify-plugin.ts'

/** Where a layout stands in the frame. */
const place = '<!-- layout -->'

/** Every layout of a folder, each inside the one frame, with its `{{messages}}` in every language. */
export async function readLayouts(folder: string, messages: Catalog): Promise<Record<string, Layout>> {
  const frame = await readLayout(folder, 'frame')
  if (!frame.html.includes(place)) throw new Error(`frame.html has no ${place}`)
  const files = (await readdir(folder)).filter((file) => file.endsWith('.html') && file !== 'frame.html').sort()
  const layouts: Record<string, Layout> = {}
  for (const file of files) {
    const name = path.basename(file, '.html')
    const { html, css } = await readLayout(folder, name)
    const whole = squeeze(frame.html.replace(place, () => html))
    layouts[name] = {
      html: Object.fromEntries(
        uiLanguages.map((wording) => [wording, translateLayout(whole, messages, wording, file)]),
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

/** `{{frame.skip}}` is that message, as text or inside an attribute in double quotes. */
export function translateLayout(html: string, messages: Catalog, wording: UiLanguage, file: string): string {
  const known = messages.read(wording)
  const t = messages.in(wording)
  return html.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, key) => {
    if (!known[key]) throw new Error(`${file} says ${key}, which has no message in ${wording}`)
    return t(key).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  })
}

function squeeze(html: string): string {
  return html.replace(/\s*\n\s*/g, '\n').trim()
}
