/** Every setting of every process has a row in the hosts' tables, with the default that the code declares, and no row is left over. */
import type { MarkdownFile } from './documents.ts'

export interface DeclaredSetting {
  name: string
  /** What a row may say it is a setting of: its process, and groups that the process belongs to. */
  of: string[]
  /** As a row says it; left out where no default is declared. */
  standard?: string
}

const ROW = /^\| `([A-Z][A-Z0-9_]+|--[a-z-]+)` *\| ([^|]+?) *\| ([^|]+?) *\|/gm

export function findWrongSettings({ file, text }: MarkdownFile, settings: DeclaredSetting[]): string[] {
  const rows = [...text.matchAll(ROW)].map(([, name = '', of = '', standard = '']) => ({
    name,
    of: of.split(', '),
    standard,
  }))
  const isOf = (row: { name: string; of: string[] }, setting: DeclaredSetting) =>
    row.name === setting.name && row.of.some((one) => setting.of.includes(one))
  const wrong = settings.flatMap((setting) => {
    const row = rows.find((one) => isOf(one, setting))
    if (!row) return [`${file}: no row for ${setting.name} of ${setting.of[0]}`]
    if (setting.standard === undefined || setting.standard === row.standard) return []
    return [`${file}: the default of ${setting.name} is ${setting.standard}, not ${row.standard}`]
  })
  const left = rows.filter((row) => !settings.some((setting) => isOf(row, setting)))
  return [...new Set([...wrong, ...left.map(({ name, of }) => `${file}: ${of.join(', ')} has no ${name}`)])]
}

interface Field {
  safeParse(value: undefined): { success: boolean; data?: unknown }
}

/** The settings that a module declares: it exports one object schema. */
export function settingsOf(module: object, of: string[]): DeclaredSetting[] {
  const [shape = {}] = Object.values(module).flatMap((value) =>
    value?.shape ? [value.shape as Record<string, Field>] : [],
  )
  return Object.entries(shape).map(([name, field]) => ({ name, of, standard: toStandard(field) }))
}

function toStandard(field: Field): string {
  const { success, data } = field.safeParse(undefined)
  if (!success) return 'required'
  const isNothing = data === undefined || data === null || data === false || JSON.stringify(data) === '{}'
  return isNothing ? '–' : String(data) || '–'
}
