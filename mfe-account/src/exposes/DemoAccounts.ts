import { mountFragment } from '@fernweh/kit/browser/mount'
import { DemoAccounts } from '../fragments/DemoAccounts.tsx'

export const mount = mountFragment(DemoAccounts)
