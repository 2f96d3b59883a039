import { mountFragment } from '@fernweh/kit/browser/mount'
import { List } from '../fragments/List.tsx'

export const mount = mountFragment(List)
