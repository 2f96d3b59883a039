import type { PageDeclaration } from '@fernweh/contracts/release'

export const pages: PageDeclaration[] = [{ path: '/people/:id', layout: 'simple', main: 'reviews/AuthorPage' }]
