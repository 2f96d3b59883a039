import { buildRemote } from '@fernweh/kit/build/define-remote'
import { fragments } from './src/fragments.ts'
import { pages } from './src/pages.ts'

await buildRemote({ name: 'search', fragments, pages })
