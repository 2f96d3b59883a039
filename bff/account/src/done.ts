import type { Done } from '@fernweh/contracts/parts/account'

const all: readonly Done[] = ['opened', 'profile-saved', 'password-changed', 'signed-out']

/** What the page's address says was just done. */
export function toDone({ searchParams }: URL): Done | null {
  return all.find((done) => done === searchParams.get('done')) ?? null
}
