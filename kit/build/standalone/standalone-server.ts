import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { BuildOptions } from '../build-options.ts'
import { compile } from '../compile.ts'
import { browserConfig } from '../webpack-config.ts'
import { proxyTo } from './stack-proxy.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

export async function serveStandalone(name: string, entry: string, { port, stack }: BuildOptions): Promise<void> {
  const listeners = new Set<ServerResponse>()
  const files: string[] = []
  const proxy = stack && proxyTo(stack)

  const handle: RequestListener = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://alone')
    if (pathname === '/changes') return listen(request, response)
    if (/^\/(api|fragment)\//.test(pathname))
      return proxy
        ? proxy.request(request, response)
        : respond(response, 404, 'Started without --stack, so there are no bffs')
    if (pathname.startsWith(`/assets/${name}/`)) return sendFile(path.basename(pathname), response)
    respond(response, 200, toPage(name, files, stack !== undefined), 'text/html')
  }
  function listen(request: IncomingMessage, response: ServerResponse) {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
    listeners.add(response)
    request.once('close', () => listeners.delete(response))
  }

  await compile([aloneConfig(name, entry)], true, async ([stats]) => {
    const built = stats?.compilation.entrypoints.get('alone')?.getFiles() ?? []
    files.splice(0, files.length, ...built)
    for (const listener of listeners) listener.write('data: built\n\n')
  })
  const server = createServer(handle)
  if (proxy) server.on('upgrade', proxy.upgrade)
  server.listen(port, '127.0.0.1', () => {
    const address = `http://localhost:${(server.address() as AddressInfo).port}`
    console.log(`${name} alone at ${address}${stack ? `, with ${stack.origin}` : ''}`)
  })
}

/** Without federation: React and the design system's stylesheets are bundled. */
function aloneConfig(name: string, standalone: string) {
  const folder = process.cwd()
  const entry = { alone: ['@fernweh/ui/tokens.css', '@fernweh/ui/base.css', standalone] }
  const { output, ...rest } = browserConfig({ name, folder, mode: 'development' }, { entry, plugins: [] })
  return { ...rest, output: { ...output, path: outputOf(folder) } }
}

const outputOf = (folder: string) => path.join(folder, 'dist', 'alone')

function sendFile(file: string, response: ServerResponse) {
  createReadStream(path.join(outputOf(process.cwd()), file))
    .once('error', () => respond(response, 404, 'Not found'))
    .once('open', () => response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream'))
    .pipe(response)
}

function respond(response: ServerResponse, status: number, body: string, type = 'text/plain') {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body)
}

function toPage(name: string, files: string[], stack: boolean): string {
  const urls = files.map((file) => `/assets/${name}/${file}`)
  const styles = urls.filter((url) => url.endsWith('.css')).map((url) => `<link rel="stylesheet" href="${url}">`)
  const scripts = urls.filter((url) => url.endsWith('.js')).map((url) => `<script defer src="${url}"></script>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${name} alone</title>
${styles.join('')}<script>new EventSource('/changes').onmessage = () => location.reload()</script>
<script type="application/json" id="standalone">${JSON.stringify({ stack })}</script>${scripts.join('')}</head>
<body><nav aria-label="Fragments"></nav><main><section data-fragment><div data-root></div></section></main></body></html>`
}
