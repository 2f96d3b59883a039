import { join } from 'node:path'
import { PlainError } from '../plain-error.ts'
import { root } from '../state/folders.ts'
import { openReleaseStore } from '../state/releases.ts'
import { readRunningStack } from '../state/running-stack.ts'
import { microFrontends } from '../topology/micro-frontends.ts'
import { build } from './build.ts'
import { readTarget, releaseLine } from './options.ts'

/** `npm run release -- reviews`: builds one micro-frontend and makes it live in the running stack. */
export async function main(args: string[]) {
  const target = readTarget(releaseLine, args)
  const { name, folder } = findMicroFrontend(target.words[0])
  const releases = openReleaseStore(readRunningStack(target.name).releasesDir)
  await build(folder)
  const release = releases.publish(name, join(root, folder, 'dist'))
  releases.goLive(name, release)
  console.log(`${name} ${release} is live`)
}

function findMicroFrontend(word = '') {
  const all = microFrontends()
  const found = all.find(({ name, folder }) => [name, folder].includes(word))
  if (found) return found
  const problem = word ? `There is no micro-frontend ${word}` : 'No micro-frontend is named'
  throw new PlainError(`${problem}: use one of ${all.map(({ name }) => name).join(', ')}.`)
}
