/** For every rule, code that breaks it. Written into a copy of the tree, where the rule must catch it, and only it. */
export interface Plant {
  rule: string
  /** What is wrong, in a few words. */
  wrong: string
  /** Path → content; the first is the culprit. */
  files: Record<string, string>
}

const target = 'export const planted = 1\n'

const impure: [string, string][] = [
  ['clock', 'Date.now()'],
  ['new-date', 'new Date()'],
  ['random', 'Math.random()'],
  ['id', 'crypto.randomUUID()'],
  ['environment', "process.env['HOME']"],
  ['network', "fetch('https://example.org')"],
  ['console', "console.log('here')"],
  ['timer', 'setTimeout(() => {}, 1)'],
  ['alias', '[Date, Math]'],
]

export const plants: Plant[] = [
  {
    rule: 'no-cycles',
    wrong: 'two types that import each other',
    files: {
      'kit/server/planted-hen.ts': "import type { Egg } from './planted-egg.ts'\nexport type Hen = Egg[]\n",
      'kit/server/planted-egg.ts': "import type { Hen } from './planted-hen.ts'\nexport type Egg = { from: Hen }\n",
    },
  },
  {
    rule: 'contracts-import-only-zod',
    wrong: 'a library in contracts',
    files: { 'contracts/src/planted-library.ts': "export { Pool } from 'undici'\n" },
  },
  {
    rule: 'contracts-import-only-zod',
    wrong: 'kit in contracts',
    files: { 'contracts/src/planted-kit.ts': "export type { Pool } from '@fernweh/kit/server/database/database'\n" },
  },
  {
    rule: 'domain-is-pure',
    wrong: 'a database in domain',
    files: {
      'services/bookings/src/domain/planted-database.ts':
        "export type { Pool } from '@fernweh/kit/server/database/database'\n",
    },
  },
  {
    rule: 'domain-is-pure',
    wrong: 'a built-in module of Node in domain',
    files: { 'services/bookings/src/domain/planted-node.ts': "export { randomUUID } from 'node:crypto'\n" },
  },
  {
    rule: 'domain-is-pure',
    wrong: 'a view in domain',
    files: {
      'services/bookings/src/domain/planted-view.ts': "export * from '../views/planted-target.ts'\n",
      'services/bookings/src/views/planted-target.ts': target,
    },
  },
  ...impure.map(([what, code]) => ({
    rule: 'domain-is-pure',
    wrong: `${code} in domain`,
    files: { [`services/bookings/src/domain/planted-${what}.ts`]: `export const planted = () => ${code}\n` },
  })),
  {
    rule: 'illustrator-is-pure',
    wrong: 'contracts in the illustrator',
    files: { 'illustrator/src/planted-contract.ts': "export type { Picture } from '@fernweh/contracts/picture'\n" },
  },
  {
    rule: 'illustrator-is-pure',
    wrong: 'a clock in the illustrator',
    files: { 'illustrator/src/planted-clock.ts': 'export const planted = () => Date.now()\n' },
  },
  {
    rule: 'services-meet-in-contracts',
    wrong: 'a service that imports another',
    files: {
      'services/catalog/src/planted-reach.ts': "export * from '../../bookings/src/planted-target.ts'\n",
      'services/bookings/src/planted-target.ts': target,
    },
  },
  {
    rule: 'services-meet-in-contracts',
    wrong: 'a bff that imports a service',
    files: {
      'bff/search/src/planted-service.ts': "export * from '../../../services/search/src/planted-target.ts'\n",
      'services/search/src/planted-target.ts': target,
    },
  },
  {
    rule: 'only-main-wires-edges',
    wrong: 'a view that takes an edge',
    files: {
      'services/bookings/src/views/planted-wiring.ts': "export * from '../api/planted-target.ts'\n",
      'services/bookings/src/api/planted-target.ts': target,
    },
  },
  {
    rule: 'only-main-wires-edges',
    wrong: 'an edge that takes another edge',
    files: {
      'services/bookings/src/consumers/planted-wiring.ts': "export * from '../api/planted-other.ts'\n",
      'services/bookings/src/api/planted-other.ts': target,
    },
  },
  {
    rule: 'bffs-stay-apart',
    wrong: 'a bff that imports another',
    files: {
      'bff/search/src/planted-reach.ts': "export * from '../../reviews/src/planted-target.ts'\n",
      'bff/reviews/src/planted-target.ts': target,
    },
  },
  {
    rule: 'browser-and-server-stay-apart',
    wrong: 'server code in a micro-frontend',
    files: {
      'mfe-search/src/planted-server.ts': "export type { Pool } from '@fernweh/kit/server/database/database'\n",
    },
  },
  {
    rule: 'browser-and-server-stay-apart',
    wrong: 'a built-in module of Node in ui',
    files: { 'ui/src/planted-node.ts': "export { readFile } from 'node:fs/promises'\n" },
  },
  {
    rule: 'browser-and-server-stay-apart',
    wrong: 'browser code in a service',
    files: {
      'services/accounts/src/planted-browser.ts': "export type { Host } from '@fernweh/kit/browser/host/host'\n",
    },
  },
  {
    rule: 'browser-and-server-stay-apart',
    wrong: 'values instead of types of contracts in a browser',
    files: { 'mfe-account/src/planted-words.ts': "export { money } from '@fernweh/contracts/money'\n" },
  },
  {
    rule: 'micro-frontends-stay-apart',
    wrong: 'a micro-frontend that imports another',
    files: {
      'mfe-search/src/planted-reach.ts': "export * from '../../mfe-reviews/src/planted-target.ts'\n",
      'mfe-reviews/src/planted-target.ts': target,
    },
  },
  {
    rule: 'micro-frontends-stay-apart',
    wrong: 'a shell that imports a micro-frontend',
    files: {
      'shell/src/planted-reach.ts': "export * from '../../mfe-account/src/planted-target.ts'\n",
      'mfe-account/src/planted-target.ts': target,
    },
  },
  {
    rule: 'features-stay-apart',
    wrong: 'a feature that imports another',
    files: {
      'mfe-search/src/features/planted-one/one.ts': "export * from '../planted-two/two.ts'\n",
      'mfe-search/src/features/planted-two/two.ts': target,
    },
  },
  {
    rule: 'ui-and-kit-know-no-business',
    wrong: 'a feed in ui',
    files: { 'ui/src/planted-feed.ts': "export type { Booking } from '@fernweh/contracts/feeds/bookings'\n" },
  },
  {
    rule: 'ui-and-kit-know-no-business',
    wrong: 'an event in kit',
    files: { 'kit/server/planted-event.ts': "export { seatsHeld } from '@fernweh/contracts/events/bookings'\n" },
  },
  {
    rule: 'kit-folders-point-downwards',
    wrong: 'the database imports HTTP',
    files: { 'kit/server/database/planted-up.ts': "export type { Caller } from '../http/identity.ts'\n" },
  },
  {
    rule: 'kit-folders-point-downwards',
    wrong: 'feeds import fragments, which are beside them',
    files: {
      'kit/server/feeds/planted-beside.ts': "export type { FragmentQueries } from '../fragments/fragments.ts'\n",
    },
  },
  {
    rule: 'every-import-resolves',
    wrong: 'an import of nothing',
    files: { 'gateway/src/planted-nowhere.ts': "export * from './planted-nothing.ts'\n" },
  },
]
