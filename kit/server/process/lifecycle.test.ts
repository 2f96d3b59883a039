import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createTestContext } from '../../testing/process.ts'

const at = (file: string) => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)))

/** Runs `body` as the start of a process; ends with its exit code and its lines. */
async function run(body: string, signal?: 'SIGTERM' | 'SIGINT', env = {}) {
  const code = `import { runProcess } from ${at('./lifecycle.ts')}
    await runProcess('cafe', async (context) => { ${body} })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
      if (signal && String(chunk).includes('"started"')) child.kill(signal)
    })
  }
  const [exit] = await once(child, 'close')
  return { exit, output }
}

describe('a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('closes in reverse order after %s and exits 0', async (signal) => {
    const { exit, output } = await run(
      `setInterval(() => {}, 1000)
       for (const what of ['first', 'second']) context.onStop(what, () => console.log('closing ' + what, context.stopping.aborted))`,
      signal,
    )
    expect(exit).toBe(0)
    expect(output).toMatch(/closing second true[\s\S]*closing first true/)
  })

  it('exits 1 when it cannot start, and closes what it opened', async () => {
    const { exit, output } = await run(
      `context.onStop('door', () => console.log('closing door')); throw new Error('no flour')`,
    )
    expect(exit).toBe(1)
    // The two lines come through different pipes: their order says nothing.
    expect(output).toMatch(/no flour/)
    expect(output).toMatch(/closing door/)
  })

  it('exits 1 on a fault nobody caught', async () => {
    const { exit, output } = await run(`setInterval(() => {}, 1000); setTimeout(() => { throw new Error('fire') })`)
    expect([exit, output.includes('fire')]).toEqual([1, true])
  })

  it('names a bad setting of its own', async () => {
    const { exit, output } = await run('', undefined, { LOG_LEVEL: 'loud' })
    expect([exit, output.includes('LOG_LEVEL')]).toEqual([1, true])
  })
})

it('goes on closing when something cannot be closed', async () => {
  const { context, lines } = createTestContext()
  const closed: string[] = []
  context.onStop('first', () => closed.push('first'))
  context.onStop('second', async () => Promise.reject(new Error('stuck')))
  await Promise.all([context.stop(), context.stop()])
  expect(closed).toEqual(['first'])
  expect(lines).toContainEqual(expect.objectContaining({ msg: 'could not close', what: 'second' }))
})
