import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [{ name: 'catalog', entry: 'main', database: 'catalog' }]
