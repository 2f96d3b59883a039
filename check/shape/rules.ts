import type { IRegularForbiddenRuleType } from 'dependency-cruiser'

/** A rule of the house; several restrictions may serve one rule. */
interface ShapeRule {
  name: string
  forbidden: Omit<IRegularForbiddenRuleType, 'name' | 'severity'>[]
}

const TEST = '\\.test\\.tsx?$|(^|/)(tests?|testing|e2e)/'
/** Libraries without I/O that rules may use. */
const PURE_LIBRARIES = '(^|/)node_modules/(moment-timezone|@orama/stemmers)/'
const TEST_LIBRARIES = '(^|/)node_modules/(vitest|fast-check)/'
const BROWSER = '^(ui|shell/src|mfe-[^/]+/src|kit/browser)/'
const SERVER = '^(illustrator|kit/server|kit/build|services|bff|gateway|stack|bench|e2e)/'
/** Folders of a service that touch the world outside it. */
const EDGES = '(api|consumers|timers|third-party)'
/** The three files of contracts that say how words are written and not which. */
const GRAMMAR = '^contracts/src/(api/operation|feeds/feed|events/define-event)\\.ts$'

/** Folders of kit/server from the lowest up; those of one layer do not import each other. */
const KIT_LAYERS = [
  ['process', 'files'],
  ['database'],
  ['event-log', 'third-parties'],
  ['delivery'],
  ['http', 'personal-data'],
  ['feeds', 'fragments'],
  ['boot'],
]

/** One restriction per folder: it imports itself and the layers below. */
const kitArrows = KIT_LAYERS.flatMap((layer, height) =>
  layer.map((folder) => {
    const reachable = [folder, ...KIT_LAYERS.slice(0, height).flat()]
    return {
      from: { path: `^kit/server/${folder}/`, pathNot: TEST },
      to: { path: '^kit/server/', pathNot: `^kit/server/(${reachable.join('|')})/` },
    }
  }),
)

export const shapeRules: ShapeRule[] = [
  {
    name: 'no-cycles',
    forbidden: [{ from: {}, to: { circular: true } }],
  },
  {
    name: 'contracts-import-only-zod',
    forbidden: [
      {
        from: { path: '^contracts/', pathNot: [TEST, '^contracts/src/zones\\.ts$'] },
        to: { pathNot: ['^contracts/src/', '(^|/)node_modules/zod/'] },
      },
    ],
  },
  {
    name: 'domain-is-pure',
    forbidden: [
      {
        from: { path: '^(.+/domain)/', pathNot: TEST },
        to: { pathNot: ['^$1/', '^contracts/src/', '^illustrator/src/', PURE_LIBRARIES] },
      },
      {
        from: { path: '^(.+/domain)/.*\\.test\\.tsx?$' },
        to: { pathNot: ['^$1/', '^contracts/src/', '^services/[^/]+/testing/', TEST_LIBRARIES] },
      },
    ],
  },
  {
    name: 'illustrator-is-pure',
    forbidden: [
      { from: { path: '^illustrator/src/', pathNot: TEST }, to: { pathNot: '^illustrator/src/' } },
      { from: { path: '^illustrator/' }, to: { pathNot: ['^illustrator/', TEST_LIBRARIES] } },
    ],
  },
  {
    name: 'services-meet-in-contracts',
    forbidden: [
      {
        from: { path: '^services/([^/]+)/' },
        to: { path: '^(services|bff|gateway|shell|stack|mfe-[^/]+|ui)/', pathNot: '^services/$1/' },
      },
      { from: { path: '^(bff|gateway|shell|mfe-[^/]+)/' }, to: { path: '^services/' } },
    ],
  },
  {
    name: 'only-main-wires-edges',
    forbidden: [
      {
        from: { path: '^services/([^/]+)/src/([a-z-]+)/', pathNot: TEST },
        to: {
          path: `^services/$1/src/${EDGES}/`,
          pathNot: '^services/$1/src/$2/',
          dependencyTypesNot: ['type-only'],
        },
      },
      {
        from: { path: '^services/([^/]+)/src/(audit|config)' },
        to: { path: `^services/$1/src/${EDGES}/`, dependencyTypesNot: ['type-only'] },
      },
    ],
  },
  {
    name: 'bffs-stay-apart',
    forbidden: [{ from: { path: '^bff/([^/]+)/' }, to: { path: '^bff/', pathNot: '^bff/$1/' } }],
  },
  {
    name: 'browser-and-server-stay-apart',
    forbidden: [
      { from: { path: BROWSER, pathNot: TEST }, to: { path: SERVER } },
      { from: { path: BROWSER, pathNot: TEST }, to: { dependencyTypes: ['core'] } },
      {
        from: { path: BROWSER, pathNot: TEST },
        to: { path: '^contracts/src/', pathNot: '^contracts/src/browser/', dependencyTypesNot: ['type-only'] },
      },
      { from: { path: SERVER, pathNot: TEST }, to: { path: BROWSER } },
    ],
  },
  {
    name: 'micro-frontends-stay-apart',
    forbidden: [{ from: { path: '^(mfe-[^/]+|shell)/' }, to: { path: '^(mfe-[^/]+|shell)/', pathNot: '^$1/' } }],
  },
  {
    name: 'features-stay-apart',
    forbidden: [
      {
        from: { path: '^(mfe-[^/]+/src/features)/([^/]+)/' },
        to: { path: '^$1/', pathNot: '^$1/$2/' },
      },
    ],
  },
  {
    name: 'ui-and-kit-know-no-business',
    forbidden: [
      {
        from: { path: '^(ui|kit)/' },
        to: { path: '^contracts/src/((events|api|feeds|fragments)/|browser/bus-events)', pathNot: GRAMMAR },
      },
      { from: { path: '^(ui|kit)/' }, to: { path: '^(services|bff|gateway|shell|mfe-[^/]+|stack)/' } },
    ],
  },
  { name: 'kit-folders-point-downwards', forbidden: kitArrows },
  {
    name: 'every-import-resolves',
    forbidden: [{ from: {}, to: { couldNotResolve: true } }],
  },
]

export const forbiddenRules: IRegularForbiddenRuleType[] = shapeRules.flatMap(({ name, forbidden }) =>
  forbidden.map((restriction) => ({ name, severity: 'error', ...restriction })),
)
