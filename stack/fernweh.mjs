// The one entry of every root script; plain JavaScript, since nothing may be installed yet.
import { prepare } from './prepare.mjs'

const [command = 'start', ...args] = process.argv.slice(2)
const needsBuild = ['start', 'dev', 'test'].includes(command)

try {
  await prepare({ build: needsBuild })
  const { register } = await import('tsx/esm/api')
  register()
  const { main } = await import(new URL(`./src/cli/${command}.ts`, import.meta.url).href)
  await main(args)
} catch (error) {
  if (error?.name === 'Stopped') process.exit(error.exitCode)
  console.error(error?.name === 'PlainError' ? error.message : error)
  process.exit(1)
}
