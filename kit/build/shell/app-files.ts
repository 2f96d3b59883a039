import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { directionOf, type UiLanguage, uiLanguages } from '@fernweh/contracts/browser/languages'
import { build } from 'esbuild'
import sharp from 'sharp'
import type { Catalog } from '../../language/messages.ts'

export interface App {
  name: string
  /** Key of its description among the shell's messages. */
  description: string
  /** Of the icon's background and the browser's own controls. */
  colours: { light: string; dark: string }
}

export interface AssetFolder {
  folder: string
  publicPath: string
}

export async function writeHashed(place: AssetFolder, name: string, content: string | Uint8Array): Promise<string> {
  const { name: stem, ext } = path.parse(name)
  const file = `${stem}.${createHash('sha256').update(content).digest('hex').slice(0, 10)}${ext}`
  await mkdir(place.folder, { recursive: true })
  await writeFile(path.join(place.folder, file), content)
  return place.publicPath + file
}

/** The logo on the app's background; a system may crop it to the inner 80 % (W3C manifest, "maskable"). */
async function drawIcon(logo: string, size: number, background: string): Promise<Uint8Array> {
  const inner = Math.round(size * 0.56)
  const foreground = await sharp(Buffer.from(logo), { density: 72 * (inner / 16) })
    .trim()
    .resize({ width: inner })
    .png()
    .toBuffer()
  return sharp({ create: { width: size, height: size, channels: 3, background } })
    .composite([{ input: foreground }])
    .png({ palette: true, colours: 64 })
    .toBuffer()
}

export async function writeApp(
  app: App,
  icon: { file: string; publicPath: string },
  messages: Catalog,
  place: AssetFolder,
) {
  const logo = await readFile(icon.file, 'utf8')
  const write = async (size: number) =>
    writeHashed(place, `icon-${size}.png`, await drawIcon(logo, size, app.colours.light))
  const [touchIcon, small, large] = [await write(180), await write(192), await write(512)]
  const icons = [
    { src: icon.publicPath, type: 'image/svg+xml', sizes: 'any' },
    { src: small, type: 'image/png', sizes: '192x192' },
    { src: large, type: 'image/png', sizes: '512x512' },
    { src: large, type: 'image/png', sizes: '512x512', purpose: 'maskable' },
  ]
  const toManifest = (language: UiLanguage) => ({
    id: '/',
    name: app.name,
    description: messages.in(language)(app.description),
    lang: language,
    dir: directionOf(language),
    start_url: '/',
    scope: '/',
    display: 'standalone',
    // Pages are documents, so a back button is preferred where the browser offers one.
    display_override: ['minimal-ui'],
    theme_color: app.colours.light,
    background_color: app.colours.light,
    icons,
  })
  const manifests: Record<string, string> = {}
  for (const language of uiLanguages) {
    const text = JSON.stringify(toManifest(language))
    manifests[language] = await writeHashed(place, `app-${language}.webmanifest`, text)
  }
  const files = [touchIcon, small, large, ...Object.values(manifests)]
  return { touchIcon, manifests, themeColours: app.colours, files }
}

/** Bundles the worker into one script. A hash of `frame` is part of it, so that a changed frame makes a new worker. */
export async function writeWorker(entry: string, frame: string, place: AssetFolder): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    banner: { js: `/* ${createHash('sha256').update(frame).digest('hex').slice(0, 10)} */` },
  })
  return writeHashed(place, 'service-worker.js', outputFiles[0]?.contents ?? '')
}
