import { mountPart } from '@fernweh/kit/browser/mount'
import { People } from '../parts/People.tsx'

export const mount = mountPart(People)
