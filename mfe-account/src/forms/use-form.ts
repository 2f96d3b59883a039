import type { AnswerOf, Operation, RefusalOf } from '@fernweh/contracts/api/operation'
import type { PartProps } from '@fernweh/kit/browser/host'
import { useIntention } from '@fernweh/kit/browser/use-intention'
import { type FormEvent, type RefObject, useEffect, useRef } from 'react'
import { isExplained } from './words.ts'

export interface FormView<Refusal extends string> {
  busy: boolean
  refusal: Refusal | null
  /** Fields that are wrong. */
  invalid: readonly string[]
  /** What was thrown, when it says more than which fields are wrong. */
  fault: unknown
}

export interface FormControl<Refusal extends string> extends FormView<Refusal> {
  action: string
  intention: string
  ref: RefObject<HTMLFormElement | null>
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}
