import type { PageRecord } from '@fernweh/contracts/release'
import type { ActiveReleases } from '../releases/active-releases.ts'
import { isFrame, recordsOf } from './page-fragments.ts'
import type { Page } from './page-routes.ts'

/** Scripts of the page's own fragments are preloaded, so that none waits for another; those of the frame come later. */
export function toScripts(releases: ActiveReleases, page: Page, address: Pick<PageRecord, 'url' | 'params'>): string {
  const files = integrityOfScripts(releases, page)
  const worker = releases.shell.worker !== undefined
  const remotes = remotesOf(releases, page)
  const record: PageRecord = { files, remotes, fragments: page.fragments, worker, ...address }
  const integrity = (file: string) => `integrity="${files[file]}" crossorigin="anonymous"`
  return [
    `<script type="application/json" id="release-record">${toJson(record)}</script>`,
    ...preloadedFiles(releases, page).map(
      (file) => `<link rel="preload" as="script" fetchpriority="low" href="${file}" ${integrity(file)}>`,
    ),
    ...(releases.shell.scripts ?? []).map((file) => `<script async src="${file}" ${integrity(file)}></script>`),
  ].join('')
}

function preloadedFiles(releases: ActiveReleases, page: Page): string[] {
  const pageFragments = Object.entries(page.fragments).flatMap(([slot, fragment]) =>
    isFrame(releases, slot) ? [] : [fragment],
  )
  return recordsOf(releases, pageFragments).flatMap(({ record, fragments }) => [
    ...(record.entry ? [record.entry] : []),
    ...fragments.flatMap((fragment) => record.fragments[fragment]?.js ?? []),
  ])
}

/** By public path: the shell's scripts and those of the page's fragments, without the other fragments of the same teams. */
function integrityOfScripts(releases: ActiveReleases, page: Page): Record<string, string> {
  const integrity = { ...releases.shell.files }
  for (const { record, fragments } of recordsOf(releases, Object.values(page.fragments))) {
    const wanted = new Set(fragments.flatMap((fragment) => record.fragments[fragment]?.js ?? []))
    const others = Object.values(record.fragments).flatMap(({ js }) => js.filter((file) => !wanted.has(file)))
    Object.assign(integrity, record.files)
    for (const file of others) delete integrity[file]
  }
  const isScript = (file: string) => /^\/assets\/.*\.js$/.test(file) && file !== releases.shell.worker
  return Object.fromEntries(Object.entries(integrity).filter(([file]) => isScript(file)))
}

function remotesOf(releases: ActiveReleases, page: Page): PageRecord['remotes'] {
  const entries = recordsOf(releases, Object.values(page.fragments)).map(({ record }) => [
    record.name,
    { entry: record.entry ?? '', release: record.release },
  ])
  return Object.fromEntries(entries)
}

/** `<` cannot end the element it stands in. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
