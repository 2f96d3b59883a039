import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder } from '../state/folders.ts'
import { unpackPackage } from './distribution-package.ts'
import { isExecutable } from './executables.ts'

/** Chromium without windows: a page costs it less than half of the processor time, and it needs fewer libraries. */
const PACKAGE = 'chromium-headless-shell'
const BINARY = `usr/lib/chromium/${PACKAGE}`
const SCRIPT = 'run-chromium'

const folder = () => join(cacheFolder(), PACKAGE)

/** What an earlier run has unpacked. */
export function unpackedChromium() {
  const script = join(folder(), SCRIPT)
  return isExecutable(script) ? script : undefined
}

/** The path of a script that runs the distribution's Chromium from the cache folder, with the libraries unpacked beside it. */
export async function unpackChromium(): Promise<string> {
  mkdirSync(cacheFolder(), { recursive: true })
  const unfinished = mkdtempSync(join(cacheFolder(), 'unfinished-'))
  try {
    await unpackPackage(PACKAGE, unfinished)
    if (!existsSync(join(unfinished, BINARY))) throw new Error(`the package holds no ${BINARY}`)
    writeFileSync(join(unfinished, 'fonts.conf'), fontsConf(folder()))
    writeFileSync(join(unfinished, SCRIPT), scriptFor(folder(), libraryFolders(unfinished)))
    chmodSync(join(unfinished, SCRIPT), 0o755)
    rmSync(folder(), { recursive: true, force: true })
    renameSync(unfinished, folder())
    return join(folder(), SCRIPT)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Folders with shared libraries, relative to the unpacked package, its own aside. */
function libraryFolders(unpacked: string): string[] {
  const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
  const folders = files.filter((file) => /\.so(\.\d+)*$/.test(file)).map((file) => dirname(file))
  return [...new Set(folders)].filter((path) => /(^|\/)lib(64)?(\/[^/]+-linux-[^/]+)?(\/pulseaudio)?$/.test(path))
}

function scriptFor(target: string, libraries: string[]) {
  const path = libraries.map((library) => join(target, library)).join(':')
  return `#!/bin/sh
export LD_LIBRARY_PATH=${quote(path)}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE=${quote(join(target, 'fonts.conf'))}
exec ${quote(join(target, BINARY))} "$@"
`
}

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** For a machine without fontconfig: its fonts, and those of the package. */
function fontsConf(target: string) {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${target}/usr/share/fonts</dir><cachedir>${target}/font-cache</cachedir></fontconfig>
`
}
