import type { PageDeclaration } from '@fernweh/contracts/release'

/** Reviews stand on other teams' pages only. */
export const pages: PageDeclaration[] = []
