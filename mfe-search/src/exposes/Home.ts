import { mountFragment } from '@fernweh/kit/browser/mount'
import { Home } from '../fragments/Home.tsx'

export const mount = mountFragment(Home)
