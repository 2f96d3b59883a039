/** What the parts of mfe-account are rendered with. `next` is the path and query to show afterwards. */
import type { Person } from '../api/accounts.ts'

export interface MenuData {
  /** Null when nobody is signed in. */
  person: Person | null
  next: string
}

export interface SignInData {
  person: Person | null
  people: Person[]
  next: string
}

export type PeopleData = SignInData
