import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [
  { name: 'pictures', entry: 'main', database: 'pictures', env: { PICTURES_DIR: '{stateDir}/pictures' } },
]
