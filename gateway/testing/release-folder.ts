/** A folder of releases, as `npm run release` leaves it. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type ReleaseFolder = Awaited<ReturnType<typeof createReleaseFolder>>

export async function createReleaseFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'fernweh-releases-'))

  async function publish(name: string, content: object = {}, release = 'r1') {
    await mkdir(path.join(folder, name, 'records'), { recursive: true })
    const record = { name, release, fragments: {}, pages: [], files: {}, sizes: {}, ...content }
    await writeFile(path.join(folder, name, 'records', `${release}.json`), JSON.stringify(record))
    await activate(name, release)
  }

  /** By rename, because it is read while it changes. */
  async function activate(name: string, release: string) {
    const file = path.join(folder, name, 'live.json')
    await writeFile(`${file}.new`, JSON.stringify({ release }))
    await rename(`${file}.new`, file)
  }

  async function writeAsset(name: string, file: string, content: string | Buffer) {
    await mkdir(path.join(folder, name, 'assets'), { recursive: true })
    await writeFile(path.join(folder, name, 'assets', file), content)
  }

  return {
    folder,
    publish,
    activate,
    writeAsset,
    withdraw: (name: string) => rm(path.join(folder, name, 'live.json')),
    remove: () => rm(folder, { recursive: true }),
  }
}

export const integrityOf = (content: string | Buffer) =>
  `sha384-${createHash('sha384').update(content).digest('base64')}`
