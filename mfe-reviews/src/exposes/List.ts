import { mountPart } from '@fernweh/kit/browser/mount'
import { List } from '../parts/List.tsx'

export const mount = mountPart(List)
