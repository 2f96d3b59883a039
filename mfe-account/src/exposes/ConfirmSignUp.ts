import { mountPart } from '@fernweh/kit/browser/mount'
import { ConfirmSignUp } from '../parts/ConfirmSignUp.tsx'

export const mount = mountPart(ConfirmSignUp)
