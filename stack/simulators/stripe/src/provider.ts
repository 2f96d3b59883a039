/** The provider's parts, handed to everything that acts in its name. */
import { randomBytes } from 'node:crypto'
import type { Settings } from './settings.ts'
import type { Store } from './store.ts'

export interface StripeProvider {
  store: Store
  settings: Settings
  /** Base URL of its pages. */
  origin: string
  emit: (type: string, object: object) => void
}

export const newId = (prefix: string) => `${prefix}_${randomBytes(18).toString('hex')}`

export const nowInSeconds = () => Math.floor(Date.now() / 1000)
