import { join } from 'node:path'
import { PlainError } from '../../plain-error.mjs'
import { runBuild } from '../../prepare.mjs'
import { step } from '../../steps.mjs'
import { root } from '../state/folders.ts'
import { openReleaseStore } from '../state/releases.ts'
import { readRunningStack } from '../state/running-stack.ts'
import { microFrontends } from '../topology/processes.ts'
import { readTarget } from './options.ts'

/** `npm run release -- reviews`: builds one micro-frontend and makes it live in the running stack. */
export async function main(args: string[]) {
  const target = readTarget(args, { most: 1 })
  const name = (target.words[0] ?? '').replace(/^mfe-/, '')
  const folder = microFrontends[name]
  if (!folder) throw new PlainError(`Which micro-frontend? One of ${Object.keys(microFrontends).join(', ')}.`)
  const releases = openReleaseStore(readRunningStack(target.name).releasesDir)
  await step('build', (note) => runBuild(note, [`--filter=./${folder}`]))
  const release = releases.publish(name, join(root, folder, 'dist'))
  releases.goLive(name, release)
  console.log(`${name} ${release} is live`)
}
