import { mountFragment } from '@fernweh/kit/browser/mount'
import { People } from '../fragments/People.tsx'

export const mount = mountFragment(People)
