import { mountFragment } from '@fernweh/kit/browser/mount'
import { List } from '../fragments/ReviewList.tsx'

export const mount = mountFragment(List)
