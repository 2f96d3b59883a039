import { openService } from '@fernweh/kit/server/boot/open-service'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { servePictures } from './api/pictures.ts'
import { auditPictures } from './audit.ts'
import { picturesEnv } from './config.ts'
import { consumePublishedExperiences } from './consumers/choose-pictures.ts'
import { createPrewarmer } from './rendering/prewarm.ts'
import { redrawPictures } from './rendering/redraw-pictures.ts'
import { render } from './rendering/render.ts'
import { createVariants } from './rendering/variants.ts'
import { createFindSource, findFirstPictures } from './views/pictures.ts'

await runProcess('pictures', async (context) => {
  const { log, stopping: signal } = context
  const service = await openService(context, {
    env: picturesEnv,
    owner: 'pictures',
    migrations: new URL('../migrations/', import.meta.url),
    // One for the relay, two for the consumer and redrawing, the rest for requests.
    connections: 6,
  })
  const { app, config, pool, relay } = service
  const {
    PICTURES_DIR: folder,
    PICTURES_AT_ONCE: concurrent,
    PICTURES_WAITING: maxQueued,
    WARM_PICTURES: limit,
  } = config
  const variants = createVariants({ folder, findSource: createFindSource(pool), render, concurrent, maxQueued })
  const findPictures = () => findFirstPictures(pool, limit)
  const prewarmer = service.running('prewarmer', createPrewarmer({ variants, findPictures, log }))
  consumePublishedExperiences(service, afterCommit)
  const redrawing = redrawPictures(pool, { signal, afterCommit }).catch((error: Error) =>
    log.warn({ err: error.message }, 'redrawing failed, some pictures show an earlier drawing until the next start'),
  )
  context.onStop('redrawing', () => redrawing)
  servePictures(app, variants)
  await service.serve(() => auditPictures(pool))

  function afterCommit() {
    relay.wake()
    prewarmer.wake()
  }
})
