import type { CompletedAction } from '@fernweh/contracts/fragments/account'

const all: readonly CompletedAction[] = ['opened', 'profile-saved', 'password-changed', 'signed-out']

/** What the page's address says was just done. */
export function toDone({ searchParams }: URL): CompletedAction | null {
  return all.find((done) => done === searchParams.get('done')) ?? null
}
