import { mountFragment } from '@fernweh/kit/browser/mount'
import { Menu } from '../fragments/Menu.tsx'

export const mount = mountFragment(Menu)
