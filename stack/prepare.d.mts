export function prepare(options?: { build?: boolean }): Promise<void>
export function runBuild(note: (text: string) => void, filter?: string[]): Promise<void>
