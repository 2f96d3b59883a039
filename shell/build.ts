import { buildShell } from '@fernweh/kit/build/define-shell'

await buildShell({
  name: 'shell',
  entry: './src/main.ts',
  styles: './src/document.css',
  icon: './src/mark.svg',
  layouts: './src/layouts',
  frame: { menu: 'account/Menu' },
})
