// The root `bench` script; plain JavaScript, since nothing may be installed yet.
import { prepare } from '../stack/prepare.mjs'

try {
  await prepare()
  const { register } = await import('tsx/esm/api')
  register()
  const { main } = await import('./src/main.ts')
  await main(process.argv.slice(2))
  process.exit(0)
} catch (error) {
  console.error(error?.name === 'PlainError' ? error.message : error)
  process.exit(1)
}
