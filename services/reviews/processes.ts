import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [{ name: 'reviews', entry: 'main', database: 'reviews' }]
