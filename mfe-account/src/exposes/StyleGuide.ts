import { mountFragment } from '@fernweh/kit/browser/mount'
import { StyleGuide } from '../fragments/StyleGuide.tsx'

export const mount = mountFragment(StyleGuide)
