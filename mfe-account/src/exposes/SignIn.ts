import { mountPart } from '@fernweh/kit/browser/mount'
import { SignIn } from '../parts/SignIn.tsx'

export const mount = mountPart(SignIn)
