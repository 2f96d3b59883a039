import { mountFragment } from '@fernweh/kit/browser/mount'
import { Experience } from '../fragments/Experience.tsx'

export const mount = mountFragment(Experience)
