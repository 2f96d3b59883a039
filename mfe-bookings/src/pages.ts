import type { PageDeclaration } from '@fernweh/contracts/release'

export const pages: PageDeclaration[] = [{ path: '/holds', layout: 'simple', main: 'bookings/MyHolds' }]
