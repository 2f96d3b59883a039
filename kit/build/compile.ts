import webpack, { type Configuration, type MultiStats, type Stats } from 'webpack'

/** `onDone` receives the stats in the order of the configurations. */
export async function compile(
  configurations: Configuration[],
  watch: boolean,
  onDone: (stats: Stats[]) => Promise<void>,
): Promise<void> {
  const compiler = webpack(configurations)
  if (!watch) {
    const stats = await new Promise<MultiStats>((resolve, reject) =>
      compiler.run((error, stats) => (stats ? resolve(stats) : reject(error))),
    )
    await new Promise((resolve) => compiler.close(resolve))
    if (stats.hasErrors()) throw new Error(toText(stats))
    return onDone(stats.stats)
  }
  compiler.watch({ aggregateTimeout: 50 }, (error, stats) => {
    if (!stats || stats.hasErrors()) return console.error(error ?? toText(stats))
    onDone(stats.stats).catch(console.error)
  })
}

function toText(stats: MultiStats | undefined): string {
  return stats?.toString({ all: false, errors: true, errorDetails: true }) ?? ''
}
