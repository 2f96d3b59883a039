import { mountPart } from '@fernweh/kit/browser/mount'
import { SignUp } from '../parts/SignUp.tsx'

export const mount = mountPart(SignUp)
