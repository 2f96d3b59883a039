import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Layout } from '@fernweh/contracts/release'
import { minifyCss } from './minify-plugin.ts'

/** Where a layout stands in the frame. */
const place = '<!-- layout -->'

/** Every layout of a folder, each inside the one frame. */
export async function readLayouts(folder: string): Promise<Record<string, Layout>> {
  const frame = await readLayout(folder, 'frame')
  if (!frame.html.includes(place)) throw new Error(`frame.html has no ${place}`)
  const files = (await readdir(folder)).filter((file) => file.endsWith('.html') && file !== 'frame.html').sort()
  const layouts: Record<string, Layout> = {}
  for (const file of files) {
    const name = path.basename(file, '.html')
    const { html, css } = await readLayout(folder, name)
    layouts[name] = { html: squeeze(frame.html.replace(place, () => html)), css: minifyCss(name, frame.css + css) }
  }
  return layouts
}

async function readLayout(folder: string, name: string): Promise<Layout> {
  const [html, css] = await Promise.all([
    readFile(path.join(folder, `${name}.html`), 'utf8'),
    readFile(path.join(folder, `${name}.css`), 'utf8'),
  ])
  return { html, css }
}

function squeeze(html: string): string {
  return html.replace(/\s*\n\s*/g, '\n').trim()
}
