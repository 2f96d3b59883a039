/**
 * Variants of pictures: rendered once, when they are asked for, and kept as files. Requests for one that is being rendered share
 * the work.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PictureVariant } from '@fernweh/contracts/browser/pictures'
import { createLimiter } from '@fernweh/kit/server/process/limiter'
import type { Source } from '../domain/source.ts'
import type { FindSource } from '../views/pictures.ts'

export interface RenderedVariant {
  bytes: Buffer
  /** A strong etag of the bytes. */
  etag: string
}

export type Render = (source: Source, variant: PictureVariant) => Promise<Buffer>

export interface Variants {
  /** Null when there is no such picture. Throws LimitExceeded when too many requests wait. */
  get(variant: PictureVariant): Promise<RenderedVariant | null>
  /** Number of variants that are asked for and not rendered yet. */
  pending(): number
}

interface Deps {
  folder: string
  findSource: FindSource
  render: Render
  /** Variants rendered at the same time, and how many more may wait. */
  concurrent: number
  maxQueued: number
}

export function createVariants({ folder, findSource, render, concurrent, maxQueued }: Deps): Variants {
  const underWay = new Map<string, Promise<RenderedVariant | null>>()
  const limit = createLimiter({ concurrent, maxQueued })

  async function get(variant: PictureVariant): Promise<RenderedVariant | null> {
    const file = fileOf(folder, variant)
    const stored = await readStored(file)
    if (stored) return toRendered(stored)
    const work = underWay.get(file) ?? make(variant, file).finally(() => underWay.delete(file))
    underWay.set(file, work)
    return work
  }

  async function make(variant: PictureVariant, file: string): Promise<RenderedVariant | null> {
    const source = await findSource(variant.pictureId)
    if (!source) return null
    return limit('render', async () => {
      // Another process may have stored it while this one waited.
      const bytes = (await readStored(file)) ?? (await render(source, variant))
      await store(file, bytes)
      return toRendered(bytes)
    })
  }

  return { get, pending: () => underWay.size }
}

const fileOf = (folder: string, { pictureId, width, format }: PictureVariant) =>
  path.join(folder, pictureId.slice(0, 2), `${pictureId}-${width}.${format}`)

/** An empty file, left by a crash, counts as missing. */
async function readStored(file: string): Promise<Buffer | null> {
  const bytes = await readFile(file).catch(() => null)
  return bytes?.length ? bytes : null
}

/** Writes the whole file or nothing, also across a crash; a folder that cannot be written costs time, not the picture. */
async function store(file: string, bytes: Buffer): Promise<void> {
  const draft = `${file}.${randomUUID()}`
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(draft, bytes, { flush: true })
    await rename(draft, file)
  } catch {
    await rm(draft, { force: true }).catch(() => {})
  }
}

function toRendered(bytes: Buffer): RenderedVariant {
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }
}
