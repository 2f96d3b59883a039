import { mountFragment } from '@fernweh/kit/browser/mount'
import { Components } from '../fragments/Components.tsx'

export const mount = mountFragment(Components)
