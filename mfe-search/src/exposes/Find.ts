import { mountPart } from '@fernweh/kit/browser/mount'
import { Find } from '../parts/Find.tsx'

export const mount = mountPart(Find)
