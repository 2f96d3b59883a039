import os from 'node:os'

/** The machine and its load, which all figures depend on. */
export function machineFacts(): string {
  const cpus = os.cpus()
  const memory = `${Math.round(os.totalmem() / 2 ** 30)} GB`
  const load = os.loadavg()[0]?.toFixed(1)
  const system = `${os.type()} ${os.release()} ${os.arch()}`
  return `${cpus.length} × ${cpus[0]?.model ?? 'CPU'} · ${memory} · ${system} · Node ${process.versions.node} · load ${load}`
}

/** Milliseconds for a fixed loop, to recognise a machine that is slower than usual. */
export function loopMs(): number {
  const began = performance.now()
  let sum = 0
  for (let i = 0; i < 1e8; i++) sum += i % 7
  return sum > 0 ? performance.now() - began : NaN
}
