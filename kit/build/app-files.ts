/** Files of the shell beside its scripts: manifests and icons of the installable app, the service worker, speculation rules. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { directionOf, type UiLanguage, uiLanguages } from '@fernweh/contracts/browser/languages'
import { build } from 'esbuild'
import sharp from 'sharp'
import type { Catalog } from '../language/messages.ts'

export interface App {
  name: string
  /** Key of its description among the shell's messages. */
  description: string
  /** Of the ground the icon stands on, and of the browser's frame around pages. */
  colours: { light: string; dark: string }
}

/** Files go into `folder` under names of their content. */
export interface FilePlace {
  folder: string
  publicPath: string
}

/** Answers the public path. */
export async function writeByContent(place: FilePlace, name: string, content: string | Uint8Array): Promise<string> {
  const { name: stem, ext } = path.parse(name)
  const file = `${stem}.${createHash('sha256').update(content).digest('hex').slice(0, 10)}${ext}`
  await mkdir(place.folder, { recursive: true })
  await writeFile(path.join(place.folder, file), content)
  return place.publicPath + file
}

/** The mark on the app's ground; a system may cut away all but the inner four fifths of it (W3C manifest, "maskable"). */
async function drawIcon(mark: string, size: number, ground: string): Promise<Uint8Array> {
  const inner = Math.round(size * 0.56)
  const drawn = await sharp(Buffer.from(mark), { density: 72 * (inner / 16) })
    .trim()
    .resize({ width: inner })
    .png()
    .toBuffer()
  return sharp({ create: { width: size, height: size, channels: 3, background: ground } })
    .composite([{ input: drawn }])
    .png({ palette: true, colours: 64 })
    .toBuffer()
}

export async function writeApp(
  app: App,
  icon: { file: string; publicPath: string },
  messages: Catalog,
  place: FilePlace,
) {
  const mark = await readFile(icon.file, 'utf8')
  const write = async (size: number) =>
    writeByContent(place, `icon-${size}.png`, await drawIcon(mark, size, app.colours.light))
  const [touchIcon, small, large] = [await write(180), await write(192), await write(512)]
  const icons = [
    { src: icon.publicPath, type: 'image/svg+xml', sizes: 'any' },
    { src: small, type: 'image/png', sizes: '192x192' },
    { src: large, type: 'image/png', sizes: '512x512' },
    { src: large, type: 'image/png', sizes: '512x512', purpose: 'maskable' },
  ]
  const toManifest = (wording: UiLanguage) => ({
    id: '/',
    name: app.name,
    description: messages.in(wording)(app.description),
    lang: wording,
    dir: directionOf(wording),
    start_url: '/',
    scope: '/',
    display: 'standalone',
    // Pages are documents: where there is a way back, better so.
    display_override: ['minimal-ui'],
    theme_color: app.colours.light,
    background_color: app.colours.light,
    icons,
  })
  const manifests: Record<string, string> = {}
  for (const wording of uiLanguages) {
    const text = JSON.stringify(toManifest(wording))
    manifests[wording] = await writeByContent(place, `app-${wording}.webmanifest`, text)
  }
  const files = [touchIcon, small, large, ...Object.values(manifests)]
  return { touchIcon, manifests, themeColours: app.colours, files }
}

/** One script. `look` is told to it, so that another look of the frame is another worker. */
export async function writeWorker(entry: string, look: string, place: FilePlace): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    banner: { js: `/* ${createHash('sha256').update(look).digest('hex').slice(0, 10)} */` },
  })
  return writeByContent(place, 'service-worker.js', outputFiles[0]?.contents ?? '')
}
