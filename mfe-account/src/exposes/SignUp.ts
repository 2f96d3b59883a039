import { mountFragment } from '@fernweh/kit/browser/mount'
import { SignUp } from '../fragments/SignUp.tsx'

export const mount = mountFragment(SignUp)
