import { mountPart } from '@fernweh/kit/browser/mount'
import { Sessions } from '../parts/Sessions.tsx'

export const mount = mountPart(Sessions)
