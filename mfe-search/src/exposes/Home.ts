import { mountPart } from '@fernweh/kit/browser/mount'
import { Home } from '../parts/Home.tsx'

export const mount = mountPart(Home)
