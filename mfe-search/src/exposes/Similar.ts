import { mountPart } from '@fernweh/kit/browser/mount'
import { Similar } from '../parts/Similar.tsx'

export const mount = mountPart(Similar)
