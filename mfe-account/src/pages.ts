import type { PageDeclaration } from '@fernweh/contracts/release'

export const pages: PageDeclaration[] = [{ path: '/sign-in', layout: 'simple', main: 'account/SignIn' }]
