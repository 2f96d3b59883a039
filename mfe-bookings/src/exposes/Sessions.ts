import { mountFragment } from '@fernweh/kit/browser/mount'
import { Sessions } from '../fragments/Sessions.tsx'

export const mount = mountFragment(Sessions)
