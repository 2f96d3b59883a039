import { mountPart } from '@fernweh/kit/browser/mount'
import { MyHolds } from '../parts/MyHolds.tsx'

export const mount = mountPart(MyHolds)
