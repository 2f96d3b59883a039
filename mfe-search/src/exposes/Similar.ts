import { mountFragment } from '@fernweh/kit/browser/mount'
import { Similar } from '../fragments/Similar.tsx'

export const mount = mountFragment(Similar)
