import { mountPart } from '@fernweh/kit/browser/mount'
import { Experience } from '../parts/Experience.tsx'

export const mount = mountPart(Experience)
