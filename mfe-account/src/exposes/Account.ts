import { mountPart } from '@fernweh/kit/browser/mount'
import { Account } from '../parts/Account.tsx'

export const mount = mountPart(Account)
