import { mountFragment } from '@fernweh/kit/browser/mount'
import { Components } from '../fragments/StyleGuide.tsx'

export const mount = mountFragment(Components)
