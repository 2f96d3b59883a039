import { useEffect, useRef } from 'react'

/** Keeps what is typed into these text fields over a reload, in this tab only. Never name a password here. */
export function useKeptFields(key: string, names: string[]) {
  const ref = useRef<HTMLDivElement>(null)
  const inputs = () =>
    names.flatMap((name) => ref.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, before anybody types
  useEffect(() => {
    const kept = read(key)
    for (const input of inputs()) input.value ||= kept[input.name] ?? ''
  }, [])

  return {
    ref,
    keep: () => write(key, JSON.stringify(Object.fromEntries(inputs().map(({ name, value }) => [name, value])))),
    forget: () => write(key, ''),
  }
}

/** Storage may be off, and what is in it may be of another release. */
function read(key: string): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(key) || '{}')
  } catch {
    return {}
  }
}

function write(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text)
  } catch {}
}
