import { build } from './build.ts'
import { readStackOptions, startLine } from './options.ts'
import { runStack } from './run-stack.ts'

/** `npm start` */
export async function main(args: string[]) {
  const options = readStackOptions(startLine, args)
  await build()
  await runStack({ ...options, mode: 'production' })
}
