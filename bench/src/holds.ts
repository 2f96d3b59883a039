import type { Pool } from '@fernweh/kit/server/database/database'
import { startTestInfrastructure } from '@fernweh/stack/cli/test-infrastructure'
import { stateFolder } from '@fernweh/stack/state/folders'
import { type Bench, type BenchOptions, type Row, row } from './bench.ts'
import { type Contender, createBareContender, createClerkContender, terms } from './holds-contenders.ts'
import { openDatabase, verify } from './holds-database.ts'
import { type Load, load } from './load.ts'
import { median } from './statistics.ts'

const CALLERS = [1, 8, 32]
const MAX_CALLERS = Math.max(...CALLERS)
const CROWD = { sessionId: 'sold-out', capacity: 100 }
const MANY = Array.from({ length: 1000 }, (_, i) => `s${i}`)
const PLENTY = 100_000_000

const choices = {
  'one hot session': { sessions: ['hot'], atLeast: 10 },
  '1,000 sessions': { sessions: MANY, atLeast: 1.2 },
}
type Choice = keyof typeof choices

export const holds: Bench = {
  against: 'one prepared statement that writes the same rows, a connection per caller',
  runs: 3,
  async run(options) {
    const { env, close } = await startTestInfrastructure(stateFolder('bench-holds'))
    Object.assign(process.env, env)
    try {
      return await compare(options)
    } finally {
      await close()
    }
  },
}

interface Case {
  choice: Choice
  callers: number
  clerk: Load[]
  bare: Load[]
}

async function compare({ runs, quick, say }: BenchOptions): Promise<Row[]> {
  const cases = (Object.keys(choices) as Choice[]).flatMap((choice) =>
    CALLERS.map((callers): Case => ({ choice, callers, clerk: [], bare: [] })),
  )
  for (let run = 1; run <= runs; run++) {
    say(`run ${run} of ${runs}`)
    for (const { choice, callers, clerk, bare } of cases) {
      const trial = { callers, sessions: choices[choice].sessions, quick }
      clerk.push(await measure(createClerkContender, trial))
      bare.push(await measure((pool) => createBareContender(pool, terms), trial))
    }
  }
  return cases.flatMap(toRows)
}

interface Trial {
  callers: number
  sessions: string[]
  quick: boolean
}

/** On a database of its own, since a table that has grown is slower; all that was written is checked. */
async function measure(create: (pool: Pool) => Contender, { callers, sessions, quick }: Trial): Promise<Load> {
  const capacities = new Map(sessions.map((sessionId) => [sessionId, PLENTY]))
  const database = await openDatabase(capacities.set(CROWD.sessionId, CROWD.capacity), callers)
  const contender = create(database.pool)
  let held = 0
  const holdIn = async (sessionId: string) => {
    if (await contender.hold(sessionId)) held += 1
  }
  const ask = () => holdIn(sessions[Math.floor(Math.random() * sessions.length)] as string)
  await load(callers, quick ? 50 : 500, ask)
  const measured = await load(callers, quick ? 200 : 2_500, ask)
  await verify(database, held)
  const before = held
  await Promise.all(Array.from({ length: 2 * CROWD.capacity }, () => holdIn(CROWD.sessionId)))
  if (held - before !== CROWD.capacity) throw new Error(`${held - before} of ${CROWD.capacity} seats were held`)
  await verify(database, held)
  await database.drop()
  return measured
}

function toRows({ choice, callers, clerk, bare }: Case): Row[] {
  const middle = (loads: Load[], figure: keyof Load) => median(loads.map((load) => load[figure]))
  const what = `${choice}, ${callers} ${callers === 1 ? 'caller' : 'callers'}`
  const figures = (figure: keyof Load) => ({ value: middle(clerk, figure), against: middle(bare, figure) })
  const throughput = row({
    what,
    ...figures('perSecond'),
    unit: 'holds/s',
    ...(callers === MAX_CALLERS && { targets: [{ of: 'ratio' as const, atLeast: choices[choice].atLeast }] }),
  })
  return callers === MAX_CALLERS
    ? [throughput, row({ what: `${what}, p99`, ...figures('p99'), unit: 'ms' })]
    : [throughput]
}
