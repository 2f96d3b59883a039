/** Prints what breaks the shape in the current folder, as JSON. */
import { cruiseHere } from './cruise.ts'
import { findImpurities, isRule } from './purity.ts'
import { workspaceFolders } from './workspace-folders.ts'

export interface Inspection {
  modules: number
  violations: { rule: string; from: string; to: string }[]
}

const { files, violations } = await cruiseHere(workspaceFolders('.'))
const inspection: Inspection = {
  modules: files.length,
  violations: [...violations, ...files.filter(isRule).flatMap(findImpurities)],
}
console.log(JSON.stringify(inspection))
