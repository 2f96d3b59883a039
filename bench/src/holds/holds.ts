import type { Pool } from '@fernweh/kit/server/database/database'
import { stateFolder } from '@fernweh/stack/state/folders'
import { startTestInfrastructure } from '@fernweh/stack/test-runs/test-infrastructure'
import { type Bench, type BenchOptions, type Row, row } from '../report/bench.ts'
import { median } from '../report/statistics.ts'
import { type Contender, createBatcherContender, createStatementContender, terms } from './contenders.ts'
import { openDatabase, verify } from './database.ts'
import { type Load, load } from './load.ts'

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
  batcher: Load[]
  statement: Load[]
}

async function compare({ runs, quick, log }: BenchOptions): Promise<Row[]> {
  const cases = (Object.keys(choices) as Choice[]).flatMap((choice) =>
    CALLERS.map((callers): Case => ({ choice, callers, batcher: [], statement: [] })),
  )
  for (let run = 1; run <= runs; run++) {
    log(`run ${run} of ${runs}`)
    for (const { choice, callers, batcher, statement } of cases) {
      const trial = { callers, sessions: choices[choice].sessions, quick }
      batcher.push(await measure(createBatcherContender, trial))
      statement.push(await measure((pool) => createStatementContender(pool, terms), trial))
    }
  }
  return cases.flatMap(toRows)
}

interface Trial {
  callers: number
  sessions: string[]
  quick: boolean
}

/** Uses a new database, because a grown table is slower, and checks all rows afterwards. */
async function measure(create: (pool: Pool) => Contender, { callers, sessions, quick }: Trial): Promise<Load> {
  const capacities = new Map(sessions.map((sessionId) => [sessionId, PLENTY]))
  const database = await openDatabase(capacities.set(CROWD.sessionId, CROWD.capacity), callers)
  const contender = create(database.pool)
  let held = 0
  const holdIn = async (sessionId: string) => {
    if (await contender.hold(sessionId)) held += 1
  }
  const holdAny = () => holdIn(sessions[Math.floor(Math.random() * sessions.length)] as string)
  await load(callers, quick ? 50 : 500, holdAny)
  const measured = await load(callers, quick ? 200 : 2_500, holdAny)
  await verify(database, held)
  const before = held
  await Promise.all(Array.from({ length: 2 * CROWD.capacity }, () => holdIn(CROWD.sessionId)))
  if (held - before !== CROWD.capacity) throw new Error(`${held - before} of ${CROWD.capacity} seats were held`)
  await verify(database, held)
  await database.drop()
  return measured
}

function toRows({ choice, callers, batcher, statement }: Case): Row[] {
  const middle = (loads: Load[], figure: keyof Load) => median(loads.map((load) => load[figure]))
  const what = `${choice}, ${callers} ${callers === 1 ? 'caller' : 'callers'}`
  const figures = (figure: keyof Load) => ({ value: middle(batcher, figure), against: middle(statement, figure) })
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
