/** A process that sends requests to itself: `GET /ask` returns what its own `GET /answer/42` returns. */
import { once } from 'node:events'
import { createApp, handleErrors, listen } from '../server/http/http.ts'
import { createUpstream } from '../server/http/upstream.ts'
import { processEnv, readConfig } from '../server/process/config.ts'
import { runProcess } from '../server/process/lifecycle.ts'

await runProcess('traced', async (context) => {
  const config = readConfig(processEnv)
  const app = createApp(context, { opsToken: config.OPS_TOKEN })
  const self = createUpstream({ name: 'self', urls: [`http://127.0.0.1:${config.PORT}`], context })
  app.get('/answer/:id', (_request, response) => void response.json({ answered: true }))
  app.get('/ask', async (_request, response) => {
    const { body } = await self.request({ method: 'GET', path: '/answer/42' })
    body.pipe(response)
    await once(body, 'end')
  })
  handleErrors(app)
  await listen(app, context, config)
})
