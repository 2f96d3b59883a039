/** An empty column: a micro-frontend with one page, its bff, and a service. */
import { inFolder, serverScripts, serviceFiles, toManifest, toPascal } from './service-files.ts'

/** Versions of the packages that every column uses, read from the workspaces that stand. */
export interface Versions {
  zod: string
  express: string
  react: string
  types: { react: string; 'react-dom': string }
}

/** Path below the root → content. */
export function teamFiles(name: string, versions: Versions): Record<string, string> {
  return {
    ...serviceFiles(name, { zod: versions.zod }),
    ...inFolder(`bff/${name}`, bffFiles(name, versions)),
    ...inFolder(`mfe-${name}`, microFrontendFiles(name, versions)),
  }
}

function bffFiles(name: string, { zod, express }: Versions): Record<string, string> {
  return {
    'package.json': toManifest(`bff-${name}`, { scripts: serverScripts, dependencies: { express, zod } }),
    'README.md': `# bff-${name}

The server side of mfe-${name}, owned by the same team. It keeps no state.

- **serves** the fragment \`Home\` (\`GET /fragments/:fragment\`).

Tests: \`npm test -- --only bff-${name}\`.
`,
    'processes.ts': `import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [
  {
    name: 'bff-${name}',
    entry: 'main',
    bff: '${name}',
    calls: { SERVICE_URLS: '${name}' },
    env: { RELEASES_DIR: '{releasesDir}', PUBLIC_ORIGIN: '{publicOrigin}' },
  },
]
`,
    'src/config.ts': `import { urlListSchema } from '@fernweh/kit/server/process/config'
import { bffEnv } from '@fernweh/kit/server/boot/open-bff'

export const environment = bffEnv.extend({
  /** Instances of ${name}. */
  SERVICE_URLS: urlListSchema,
})
`,
    'src/fragments.ts': `import type { FragmentQueries } from '@fernweh/kit/server/fragments/fragments'

export const createFragments = (): FragmentQueries => ({
  Home: async () => ({ title: { key: 'title.home' }, data: {} }),
})
`,
    'src/main.ts': `import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { openBff } from '@fernweh/kit/server/boot/open-bff'
import { environment } from './config.ts'
import { createFragments } from './fragments.ts'

await runProcess('bff-${name}', async (context) => {
  const config = readConfig(environment)
  await openBff(context, { team: '${name}', config, fragments: createFragments(), routes: () => {} })
})
`,
    [`tests/${name}.test.ts`]: `import { serveBff } from '@fernweh/kit/server/boot/open-bff'
import { startTestProcess, type TestProcess } from '@fernweh/kit/testing/process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFragments } from '../src/fragments.ts'

let bff: TestProcess
beforeAll(async () => {
  bff = await startTestProcess((app) =>
    serveBff(app, { team: '${name}', releasesDir: 'none', fragments: createFragments(), routes: () => {} }),
  )
})
afterAll(() => bff.context.stop())

it('answers for its page', async () => {
  const query = new URLSearchParams({ url: '/${name}' })
  const response = await fetch(\`\${bff.url}/fragments/Home?\${query}\`, { headers: { accept: 'application/json' } })
  expect(await response.json()).toMatchObject({ status: 200, state: { data: {} } })
})
`,
  }
}

function microFrontendFiles(name: string, { react, types }: Versions): Record<string, string> {
  const title = toPascal(name)
  return {
    'package.json': toManifest(`mfe-${name}`, {
      scripts: { build: 'tsx build.ts', dev: 'tsx build.ts --alone', test: 'vitest run --config ../vitest.config.ts' },
      dependencies: { '@fernweh/ui': '0.1.0', react, 'react-dom': react },
      dev: { '@types/react': types.react, '@types/react-dom': types['react-dom'] },
    }),
    'README.md': `# mfe-${name}

The browser side of the team \`${name}\`: the page \`/${name}\`.

Run it alone with a page that reloads: \`npm run dev\` in this folder. Release it into a running stack: \`npm run release -- ${name}\`.
`,
    'build.ts': `import { buildRemote } from '@fernweh/kit/build/define-remote'
import { fragments } from './src/fragments.ts'
import { pages } from './src/pages.ts'

await buildRemote({ name: '${name}', fragments, pages })
`,
    'src/fragments.ts': `/** Every fragment of this team with its budget in bytes, compressed. */
export const fragments = {
  Home: { js: 13_500, css: 3_000 },
}
`,
    'src/pages.ts': `import type { PageDeclaration } from '@fernweh/contracts/release'

export const pages: PageDeclaration[] = [{ path: '/${name}', layout: 'list', main: '${name}/Home' }]
`,
    'src/fragments/Home.tsx': `import { useMessages } from '../messages/use-messages.ts'

export function Home() {
  const { t } = useMessages()
  return <h1>{t('home.heading')}</h1>
}
`,
    'src/messages/use-messages.ts': `import { useMessages as useUntypedMessages } from '@fernweh/kit/browser/host/use-messages'
import type en from './en.json'

export const useMessages = useUntypedMessages<keyof typeof en>
`,
    'src/messages.ts': `import type { Messages } from '@fernweh/kit/language/messages'
import { messages as uiMessages } from '@fernweh/ui/messages'
import ar from './messages/ar.json'
import de from './messages/de.json'
import en from './messages/en.json'

/** For the server build, the standalone page and tests; components read messages from their context. */
export const messages = { en, de, ar } satisfies Messages<keyof typeof en>

/** Messages of this team and of ui, whose components it shows. */
export const allMessages = [messages, uiMessages]
`,
    ...Object.fromEntries(['en', 'de', 'ar'].map((language) => [`src/messages/${language}.json`, messagesOf(title)])),
    'src/standalone.tsx': `import { busEvents } from '@fernweh/contracts/browser/bus-events'
import type { StandaloneOptions } from '@fernweh/kit/browser/rendering/standalone'

export const options: StandaloneOptions = {
  user: null,
  events: busEvents,
  samples: { Home: { data: {}, url: '/${name}' } },
}
`,
  }
}

const messagesOf = (title: string) =>
  `${JSON.stringify({ 'home.heading': title, 'title.home': `${title} · Fernweh` }, null, 2)}\n`
