import { join } from 'node:path'
import { PlainError } from '../plain-error.ts'
import { root } from '../state/folders.ts'
import { openReleaseStore, type ReleaseStore } from '../state/releases.ts'
import { readRunningStack } from '../state/running-stack.ts'
import { type MicroFrontend, microFrontends } from '../topology/micro-frontends.ts'
import { build } from './build.ts'
import { goLive } from './go-live.ts'
import { readRelease } from './options.ts'

/** `npm run release -- reviews`: makes one micro-frontend live in the running stack, a new build or a former release. */
export async function main(args: string[]) {
  const { stack: stackName, team, to } = readRelease(args)
  const { name, folder } = findMicroFrontend(team)
  const stack = readRunningStack(stackName)
  const releases = openReleaseStore(stack.releasesDir)
  const release = to ?? (await buildAndPublish(releases, { name, folder }))
  const former = await goLive({ ...stack, releases }, name, release)
  console.log(`${name} ${release} is live${former && former !== release ? `; before: ${former}` : ''}`)
}

async function buildAndPublish(releases: ReleaseStore, { name, folder }: MicroFrontend) {
  await build(folder)
  return releases.publish(name, join(root, folder, 'dist'))
}

function findMicroFrontend(word = '') {
  const all = microFrontends()
  const found = all.find(({ name, folder }) => [name, folder].includes(word))
  if (found) return found
  const problem = word ? `There is no micro-frontend ${word}` : 'No micro-frontend is named'
  throw new PlainError(`${problem}: use one of ${all.map(({ name }) => name).join(', ')}.`)
}
