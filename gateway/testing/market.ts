/** The releases most tests begin with: a shell, and three teams that share one page. */
import { integrityOf, type ReleaseFolder } from './release-folder.ts'

const html = '<slot name="main"></slot><!-- languages -->'
const layout = { html: { en: html, de: html, ar: html }, css: ':host{}' }
const shellAssets = { 'service-worker.js': '/* keeps tickets */', 'prefetch.speculationrules': '{"prefetch":[]}' }

export async function publishMarket({ publish, writeAsset }: ReleaseFolder) {
  for (const [file, text] of Object.entries(shellAssets)) await writeAsset('shell', file, text)
  await publish('shell', {
    worker: '/assets/shell/service-worker.js',
    speculation: '/assets/shell/prefetch.speculationrules',
    files: Object.fromEntries(
      Object.entries(shellAssets).map(([file, text]) => [`/assets/shell/${file}`, integrityOf(text)]),
    ),
    layouts: { detail: layout, simple: layout },
    frame: { menu: 'account/Menu' },
    scripts: ['/assets/shell/main.js'],
  })
  const page = { path: '/e/:id', layout: 'detail', main: 'search/Experience', fragments: { below: 'reviews/List' } }
  await publish('search', { entry: '/assets/search/remoteEntry.js', pages: [page] })
  await publish('reviews')
  await publish('account')
}
