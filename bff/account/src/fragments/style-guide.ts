import type { StyleGuideData } from '@fernweh/contracts/fragments/account'
import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'

/** `?scheme=dark&dir=rtl` fixes the colours and the direction of the style guide. */
export function queryStyleGuide({ url: { searchParams } }: FragmentRequest): FragmentResponse {
  const data: StyleGuideData = {
    scheme: oneOf(['light', 'dark'], searchParams.get('scheme')),
    direction: oneOf(['ltr', 'rtl'], searchParams.get('dir')),
  }
  return { title: 'Style guide · Fernweh', data }
}

function oneOf<Choice extends string>(choices: readonly Choice[], value: string | null): Choice | null {
  return choices.find((choice) => choice === value) ?? null
}
