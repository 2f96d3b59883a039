import { stateFolder } from '../../stack/src/folders.ts'
import { startTestInfrastructure } from '../../stack/src/test-infrastructure.ts'
import { type Bench, type BenchOptions, type Row, row } from './bench.ts'
import { type Contender, createBareContender, createClerkContender, terms } from './holds-contenders.ts'
import { openDatabase, verify } from './holds-database.ts'
import { type Load, load } from './load.ts'
import { median } from './statistics.ts'

const CALLERS = [1, 8, 32]
const MOST_CALLERS = Math.max(...CALLERS)
const CROWD = { sessionId: 'sold-out', capacity: 100 }
const MANY = Array.from({ length: 1000 }, (_, i) => `s${i}`)
const PLENTY = 100_000_000

/** Which session the next caller wants. */
const choices = {
  'one hot session': () => 'hot',
  '1,000 sessions': () => MANY[Math.floor(Math.random() * MANY.length)] as string,
}
type Choice = keyof typeof choices
const targets: Record<Choice, number> = { 'one hot session': 10, '1,000 sessions': 1.2 }

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
    const [clerk, bare] = [await enter(createClerkContender), await enter((pool) => createBareContender(pool, terms))]
    for (const { choice, callers, ...loads } of cases) {
      loads.clerk.push(await clerk.hold(callers, choices[choice], quick))
      loads.bare.push(await bare.hold(callers, choices[choice], quick))
    }
    for (const contender of [clerk, bare]) await contender.leave()
  }
  return cases.flatMap(toRows)
}

/** A contender on a database of its own; whatever it does is checked. */
async function enter(create: (pool: Awaited<ReturnType<typeof openDatabase>>['pool']) => Contender) {
  const sessions = new Map([...MANY, 'hot'].map((sessionId) => [sessionId, PLENTY]))
  const database = await openDatabase(sessions.set(CROWD.sessionId, CROWD.capacity), MOST_CALLERS)
  const contender = create(database.pool)
  let held = 0
  const holdIn = async (sessionId: string) => {
    if (await contender.hold(sessionId)) held += 1
  }
  return {
    async hold(callers: number, choose: () => string, quick: boolean): Promise<Load> {
      const ask = () => holdIn(choose())
      await load(callers, quick ? 50 : 500, ask)
      const measured = await load(callers, quick ? 200 : 2_500, ask)
      await verify(database, held)
      return measured
    },
    async leave(): Promise<void> {
      const before = held
      await Promise.all(Array.from({ length: 2 * CROWD.capacity }, () => holdIn(CROWD.sessionId)))
      if (held - before !== CROWD.capacity) throw new Error(`${held - before} of ${CROWD.capacity} seats were held`)
      await verify(database, held)
      await database.drop()
    },
  }
}

function toRows({ choice, callers, clerk, bare }: Case): Row[] {
  const middle = (loads: Load[], figure: keyof Load) => median(loads.map((load) => load[figure]))
  const what = `${choice}, ${callers} ${callers === 1 ? 'caller' : 'callers'}`
  const figures = (figure: keyof Load) => ({ value: middle(clerk, figure), against: middle(bare, figure) })
  const throughput = row({
    what,
    ...figures('perSecond'),
    unit: 'holds/s',
    ...(callers === MOST_CALLERS && { target: { of: 'ratio', atLeast: targets[choice] } }),
  })
  return callers === MOST_CALLERS
    ? [throughput, row({ what: `${what}, p99`, ...figures('p99'), unit: 'ms' })]
    : [throughput]
}
