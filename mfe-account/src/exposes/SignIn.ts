import { mountFragment } from '@fernweh/kit/browser/mount'
import { SignIn } from '../fragments/SignIn.tsx'

export const mount = mountFragment(SignIn)
