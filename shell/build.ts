import { buildShell } from '@fernweh/kit/build/define-shell'
import { messages } from './src/messages.ts'

await buildShell({
  name: 'shell',
  entry: './src/main.ts',
  styles: './src/document.css',
  icon: './src/mark.svg',
  layouts: './src/layouts',
  messages,
  frame: { menu: 'account/Menu' },
  budget: { js: 86_000, css: 8_000 },
})
