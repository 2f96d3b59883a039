import { mountFragment } from '@fernweh/kit/browser/mount'
import { People } from '../fragments/DemoAccounts.tsx'

export const mount = mountFragment(People)
