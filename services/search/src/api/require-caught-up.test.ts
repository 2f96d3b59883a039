import { startTestProcess } from '@fernweh/kit/testing/process'
import { expect, it } from 'vitest'
import { requireCaughtUp } from './require-caught-up.ts'

it('answers only once everything has been read', async () => {
  let all = false
  const { url, context } = await startTestProcess((app) => {
    app.use(requireCaughtUp({ caughtUp: () => all }))
    app.get('/experiences', (_request, response) => void response.json({ found: [] }))
  })
  const refused = await fetch(`${url}/experiences`)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1'])
  expect((await fetch(`${url}/readyz`)).status).not.toBe(404)
  all = true
  expect(await (await fetch(`${url}/experiences`)).json()).toEqual({ found: [] })
  await context.stop()
})
