import { mountFragment } from '@fernweh/kit/browser/mount'
import { Account } from '../fragments/Account.tsx'

export const mount = mountFragment(Account)
