/** Bundles every executable (`src/main*.ts`) of the current workspace into `dist/`. */
import { readdirSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { bundleExecutables } from './bundle-executables.ts'

const executables = readdirSync('src').filter((file) => /^main(-[a-z]+)?\.ts$/.test(file))

rmSync('dist', { recursive: true, force: true })
await bundleExecutables(Object.fromEntries(executables.map((file) => [basename(file, '.ts'), `src/${file}`])), 'dist')
