/** Pictures alone: the real service, database, broker and folder; the test publishes the events of catalog. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type PictureFormat, type PictureWidth, toPictureUrl } from '@fernweh/contracts/browser/pictures'
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { pictureMade } from '@fernweh/contracts/events/pictures'
import type { Picture } from '@fernweh/contracts/picture'
import { readMigrations, transaction } from '@fernweh/kit/server/database/database'
import { append } from '@fernweh/kit/server/event-log/event-log'
import { type ServiceProcess, startService } from '@fernweh/kit/testing/service-process'
import { createTestDatabase } from '@fernweh/kit/testing/test-database'
import { startTestNats } from '@fernweh/kit/testing/test-nats'
import { createTestOwner } from '@fernweh/kit/testing/test-owner'
import { until } from '@fernweh/kit/testing/until'
import { toMotif } from '../src/domain/to-motif.ts'

const folder = new URL('..', import.meta.url)

export type World = Awaited<ReturnType<typeof createWorld>>

export const tiles = {
  experienceId: 'tiles',
  hostId: 'cleo',
  title: 'Paint your own azulejos',
  summary: 'Two hours with brush and glaze',
  description: 'In a workshop in Alfama, with tea afterwards.',
  language: 'en',
  translations: {},
  city: 'Lisbon',
  country: 'PT',
  place: { latitude: 38.71, longitude: -9.13 },
  zone: 'Europe/Lisbon',
  category: 'craft' as const,
  durationMinutes: 120,
  languages: ['en', 'pt'],
  price: { amount: 4500, currency: 'EUR' },
}

export async function createWorld(env: Record<string, string> = {}) {
  const nats = await startTestNats()
  const broker = await nats.connect()
  const database = await createTestDatabase(await readMigrations(new URL('migrations/', folder)))
  const catalog = await createTestOwner(broker, 'catalog')
  const files = await mkdtemp(path.join(tmpdir(), 'fernweh-pictures-'))
  const start = () =>
    startService(folder, {
      DATABASE_URL: database.url,
      NATS_URL: nats.url,
      PICTURES_DIR: files,
      WARM_PICTURES: '0',
      ...env,
    })
  let service: ServiceProcess = await start()

  async function picturesOf(experienceId: string): Promise<Picture[]> {
    const text = 'select data from events where stream = $1 order by version'
    const { rows } = await database.pool.query<{ data: { picture: Picture } }>(text, [`picture.${experienceId}`])
    return rows.map(({ data }) => data.picture)
  }

  return {
    broker,
    database,
    files,
    picturesOf,
    /** Paths of the variants in the folder. */
    kept: async () => (await readdir(files, { recursive: true })).filter((file) => /\.(avif|webp)$/.test(file)).sort(),
    /** Waits until the event is consumed; resolves with the picture. */
    async publish(changes: Partial<typeof tiles> = {}): Promise<Picture> {
      const experience = { ...tiles, ...changes }
      const { subject, streamversion } = await catalog.append(experiencePublished, experience.experienceId, experience)
      await until(
        () =>
          database.pool.query('select 1 from consumed where stream = $1 and version = $2', [subject, streamversion]),
        ({ rowCount }) => rowCount === 1,
      )
      return (await picturesOf(experience.experienceId)).at(-1) as Picture
    },
    /** Stores a picture as an earlier version of the drawings would have, with its event. */
    async drawnByAnEarlierVersion(experienceId: string, pictureId: string) {
      const [picture] = await picturesOf(experienceId)
      const source = { kind: 'drawn', drawing: 0, motif: toMotif({ ...tiles, experienceId }) }
      const data = { experienceId, picture: { ...picture, pictureId } }
      const event = { stream: `picture.${experienceId}`, version: 2, type: pictureMade.type, schemaVersion: 1, data }
      await transaction(database.pool, async (tx) => {
        await append(tx, [{ ...event, meta: { correlationId: randomUUID() } }])
        await tx.query('insert into pictures values ($1, $2, $3)', [pictureId, experienceId, source])
        await tx.query('update experiences set picture_id = $1 where experience_id = $2', [pictureId, experienceId])
      })
    },
    get: (pictureId: string, width: PictureWidth, format: PictureFormat, headers: Record<string, string> = {}) =>
      fetch(service.url + toPictureUrl(pictureId, width, format), { headers }),
    fetch: (path: string) => fetch(service.url + path),
    /** The current process. */
    service: () => service,
    async restart() {
      await service.kill()
      service = await start()
    },
    failingChecks: async () => (await service.ops('audit')).body.checks.filter(({ ok }: { ok: boolean }) => !ok),
    async end() {
      await service.kill()
      await nats.close()
      await database.drop()
      await rm(files, { recursive: true })
    },
  }
}
