import { mountFragment } from '@fernweh/kit/browser/mount'
import { Find } from '../fragments/Find.tsx'

export const mount = mountFragment(Find)
