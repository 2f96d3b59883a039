import { mountPart } from '@fernweh/kit/browser/mount'
import { Components } from '../parts/Components.tsx'

export const mount = mountPart(Components)
