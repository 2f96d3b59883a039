import { rm } from 'node:fs/promises'
import { toPreviewUrl } from '@fernweh/contracts/browser/pictures'
import type { Picture } from '@fernweh/contracts/picture'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from './world.ts'

/** A reload says `no-cache`, and so would `fetch` of its own accord beside a condition. */
const plain = { 'cache-control': 'max-age=0' }

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

describe('an experience', () => {
  it('gets a picture when it is published, and keeps it while what is seen stays', async () => {
    const first = await world.publish()
    expect(first).toEqual({ pictureId: expect.stringMatching(/^[\w-]{22}$/), colours: expect.anything() })
    await world.publish({ price: { amount: 5000, currency: 'EUR' }, description: 'With more tea.' })
    expect(await world.picturesOf('tiles')).toEqual([first])
  })

  it('gets another one when what is seen changes, and the first stays available', async () => {
    const first = await world.publish({ experienceId: 'walk' })
    const second = await world.publish({ experienceId: 'walk', title: 'Azulejos by moonlight' })
    expect(second.pictureId).not.toBe(first.pictureId)
    expect(await world.picturesOf('walk')).toEqual([first, second])
    expect((await world.get(first.pictureId, 320, 'avif')).status).toBe(200)
    expect(await world.failingChecks()).toEqual([])
  })

  it('has the same picture after all events were consumed again', async () => {
    const before = await world.picturesOf('tiles')
    await world.database.pool.query('truncate experiences, pictures, consumed')
    await world.broker.jsm.consumers.delete('catalog', 'pictures-choose-pictures')
    await world.restart()
    await world.publish({ experienceId: 'later' })
    expect(await world.picturesOf('tiles')).toEqual(before)
    expect(await world.failingChecks()).toEqual([])
  })
})

describe('a new version of the drawings', () => {
  it('gives every drawn picture a new id, at its start, and forgets none', async () => {
    const picture = await world.publish({ experienceId: 'lane' })
    await world.drawnByAnEarlierVersion('lane', 'drawn-by-an-old-version')
    await world.restart()
    const { pictureId } = await until(
      async () => (await world.picturesOf('lane')).at(-1) as Picture,
      (last) => last.pictureId !== 'drawn-by-an-old-version',
    )
    expect(pictureId).toBe(picture.pictureId)
    expect((await world.get('drawn-by-an-old-version', 320, 'webp')).status).toBe(200)
    await world.restart()
    expect(await world.picturesOf('lane')).toHaveLength(3)
  })
})

describe('the audit', () => {
  it('sees a picture that is not the one in the log', async () => {
    const { pictureId } = await world.publish({ experienceId: 'hill' })
    const swap = (id: string) =>
      world.database.pool.query(`update experiences set picture_id = $1 where experience_id = 'hill'`, [id])
    await swap((await world.publish({ experienceId: 'dale' })).pictureId)
    expect(await world.failingChecks()).toContainEqual(
      expect.objectContaining({ name: 'pictures equal their rebuild' }),
    )
    await swap(pictureId)
    expect(await world.failingChecks()).not.toContainEqual(
      expect.objectContaining({ name: 'pictures equal their rebuild' }),
    )
  })
})

describe('a variant', () => {
  it.each([
    [320, 'avif', 213],
    [480, 'webp', 320],
    [1920, 'avif', 1280],
  ] as const)(
    'of %d as %s never expires, and has the size and format of its address',
    async (width, format, height) => {
      const { pictureId } = await world.publish()
      const answer = await world.get(pictureId, width, format)
      expect(answer.status).toBe(200)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': `image/${format}`,
        'cache-control': 'public, max-age=31536000, immutable',
        etag: expect.stringMatching(/^"[\w-]{22}"$/),
      })
      const { default: sharp } = await import('sharp')
      expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ width, height })
    },
  )

  it('for the preview of a shared link is a PNG in the size of previews, and small enough for all of them', async () => {
    const { pictureId } = await world.publish()
    const answer = await world.fetch(toPreviewUrl(pictureId))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
    const bytes = await answer.arrayBuffer()
    const { default: sharp } = await import('sharp')
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect(bytes.byteLength).toBeLessThan(300_000)
    expect((await world.fetch(`/pictures/${pictureId}/480.png`)).status).toBe(404)
  })

  it('that the browser has is not sent again', async () => {
    const { pictureId } = await world.publish()
    const etag = (await world.get(pictureId, 480, 'avif')).headers.get('etag') as string
    const again = await world.get(pictureId, 480, 'avif', { 'if-none-match': etag, ...plain })
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
    expect((await world.get(pictureId, 480, 'avif', { 'if-none-match': '"other"', ...plain })).status).toBe(200)
  })

  it('survives a restart as a file, and the loss of all files', async () => {
    const { pictureId } = await world.publish()
    const read = async () => Buffer.from(await (await world.get(pictureId, 768, 'avif')).arrayBuffer()).toString('hex')
    const before = await read()
    await world.restart()
    expect(await world.kept()).toContainEqual(expect.stringContaining(`${pictureId}-768.avif`))
    await rm(world.files, { recursive: true })
    expect(await read()).toBe(before)
    expect(await world.kept()).toHaveLength(1)
  })
})

describe('a request is answered with 404', () => {
  it.each([
    ['of an unknown picture', '/pictures/AAAAAAAAAAAAAAAAAAAAAA/480.avif'],
    ['of a width that is not offered', '/pictures/ID/481.avif'],
    ['of a format that is not offered', '/pictures/ID/480.jpeg'],
    ['outside of the folder', '/pictures/..%2f..%2fetc%2fpasswd/480.avif'],
    ['of an id that is too long', `/pictures/${'x'.repeat(65)}/480.avif`],
  ])('%s', async (_, path) => {
    const { pictureId } = await world.publish()
    const answer = await world.fetch(path.replace('ID', pictureId))
    expect([answer.status, await answer.json()]).toEqual([404, { refused: 'not-found' }])
    expect(answer.headers.get('cache-control')).toBeNull()
  })
})
