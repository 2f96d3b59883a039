/**
 * Variants of pictures: printed once, when they are asked for, and kept as files. Who asks for one that is being printed
 * waits for the same work; who asks while too many wait is told to come again.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PictureFormat, PictureWidth } from '@fernweh/contracts/browser/pictures'
import { HttpProblem } from '@fernweh/kit/server/http/problem'
import type { Source } from '../domain/source.ts'
import type { FindSource } from '../views/pictures.ts'

export interface Variant {
  pictureId: string
  width: PictureWidth
  format: PictureFormat
}

export interface Printed {
  bytes: Buffer
  /** Strong, of the bytes. */
  etag: string
}

export type Print = (source: Source, variant: Variant) => Promise<Buffer>

export interface Variants {
  /** Null when there is no such picture. Throws 503 when too many wait. */
  get(variant: Variant): Promise<Printed | null>
  /** Variants that are asked for and not there yet. */
  busy(): number
}

interface Options {
  folder: string
  findSource: FindSource
  print: Print
  /** At the same time, and waiting for their turn. */
  printers: number
  waiting: number
}

export function createVariants({ folder, findSource, print, printers, waiting }: Options): Variants {
  const underWay = new Map<string, Promise<Printed | null>>()
  const queue: (() => void)[] = []
  let printing = 0

  async function get(variant: Variant): Promise<Printed | null> {
    const file = fileOf(folder, variant)
    const kept = await readKept(file)
    if (kept) return toPrinted(kept)
    const work = underWay.get(file) ?? make(variant, file).finally(() => underWay.delete(file))
    underWay.set(file, work)
    return work
  }

  async function make(variant: Variant, file: string): Promise<Printed | null> {
    const source = await findSource(variant.pictureId)
    if (!source) return null
    await turn()
    try {
      // It may have come into the folder meanwhile.
      const bytes = (await readKept(file)) ?? (await print(source, variant))
      await keep(file, bytes)
      return toPrinted(bytes)
    } finally {
      done()
    }
  }

  async function turn(): Promise<void> {
    if (printing < printers) printing += 1
    else if (queue.length < waiting) await new Promise<void>((resolve) => queue.push(resolve))
    else throw tooManyWait()
  }

  /** The place goes to who waits longest; nobody who comes in between may take it. */
  function done(): void {
    const next = queue.shift()
    if (next) next()
    else printing -= 1
  }

  return { get, busy: () => underWay.size }
}

const tooManyWait = () => new HttpProblem(503, { refused: 'too-many-wait' })

const fileOf = (folder: string, { pictureId, width, format }: Variant) =>
  path.join(folder, pictureId.slice(0, 2), `${pictureId}-${width}.${format}`)

/** A file that a crash left empty is none. */
async function readKept(file: string): Promise<Buffer | null> {
  const bytes = await readFile(file).catch(() => null)
  return bytes?.length ? bytes : null
}

/** Whole or not at all, also after a crash; a folder that cannot be written costs time, not the picture. */
async function keep(file: string, bytes: Buffer): Promise<void> {
  const draft = `${file}.${randomUUID()}`
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(draft, bytes, { flush: true })
    await rename(draft, file)
  } catch {
    await rm(draft, { force: true }).catch(() => {})
  }
}

function toPrinted(bytes: Buffer): Printed {
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }
}
