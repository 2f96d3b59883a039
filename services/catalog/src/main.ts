import { openService } from '@fernweh/kit/server/boot/open-service'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { serveExperiences } from './api/experiences.ts'
import { auditCatalog } from './audit.ts'
import { catalogEnv } from './config.ts'
import { catalogDecider } from './domain/decider.ts'
import { project } from './views/experiences.ts'

await runProcess('catalog', async (context) => {
  const migrations = new URL('../migrations/', import.meta.url)
  const service = await openService(context, { env: catalogEnv, owner: 'catalog', migrations })
  const { app, pool } = service
  serveExperiences(app, { pool, batcher: service.batchCommands({ ...catalogDecider, project }) })
  await service.serve(() => auditCatalog(pool))
})
