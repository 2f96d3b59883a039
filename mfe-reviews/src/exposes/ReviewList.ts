import { mountFragment } from '@fernweh/kit/browser/mount'
import { ReviewList } from '../fragments/ReviewList.tsx'

export const mount = mountFragment(ReviewList)
