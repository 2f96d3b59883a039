import { buildShell } from '@fernweh/kit/build/define-shell'

await buildShell({
  name: 'shell',
  entry: './src/main.ts',
  styles: './src/document.css',
  layouts: './src/layouts',
  frame: { menu: 'account/Menu' },
})
