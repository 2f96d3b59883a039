import { HttpProblem, notFound } from '@fernweh/kit/server/http/problem'
import type { ProcessContext } from '@fernweh/kit/server/process/lifecycle'
import type { Request, Response } from 'express'
import { type Assets, TamperedAsset } from './assets.ts'

const contentTypes: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  webmanifest: 'application/manifest+json',
  speculationrules: 'application/speculationrules+json',
}

export async function serveAsset(
  { assets, context }: { assets: Assets; context: ProcessContext },
  request: Request,
  response: Response,
) {
  const { path } = request
  const asset = await assets.get(path).catch((error) => {
    context.log.error({ err: error }, 'asset unreadable or tampered with, not served')
    throw new HttpProblem(error instanceof TamperedAsset ? 500 : 404, { refused: 'not-served' })
  })
  if (!asset) throw notFound()
  const brotli = request.acceptsEncodings('br') ? asset.brotli : null
  response.set({
    'content-type': contentTypes[path.split('.').pop() ?? ''] ?? 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    ...(brotli && { 'content-encoding': 'br' }),
  })
  response.end(brotli ?? asset.raw)
}
