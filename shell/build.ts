import { buildShell } from '@fernweh/kit/build/define-shell'
import { messages } from './src/messages.ts'

await buildShell({
  name: 'shell',
  entry: './src/main.ts',
  styles: './src/document.css',
  icon: './src/icon.svg',
  app: { name: 'Fernweh', description: 'app.description', colours: { light: '#f9f5ed', dark: '#0f1628' } },
  prefetch: ['/', '/find', '/find\\?*', '/e/*'],
  worker: './src/service-worker/main.ts',
  layouts: './src/layouts',
  messages,
  frame: { menu: 'account/Menu' },
  budget: { js: 86_000, css: 8_000 },
})
