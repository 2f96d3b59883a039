import { mountFragment } from '@fernweh/kit/browser/mount'
import { ConfirmSignUp } from '../fragments/ConfirmSignUp.tsx'

export const mount = mountFragment(ConfirmSignUp)
