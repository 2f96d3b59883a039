import { runStack } from './run-stack.ts'

/** `npm start` */
export async function main(args: string[]) {
  await runStack(args, { mode: 'production' })
}
