import { mountPart } from '@fernweh/kit/browser/mount'
import { Menu } from '../parts/Menu.tsx'

export const mount = mountPart(Menu)
