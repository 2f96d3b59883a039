import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [{ name: 'accounts', entry: 'main', database: 'accounts' }]
