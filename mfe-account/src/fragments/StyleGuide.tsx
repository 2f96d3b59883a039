import type { StyleGuideData } from '@fernweh/contracts/fragments/account'
import { StyleGuidePage } from '@fernweh/ui/style-guide/StyleGuidePage'
import type { FragmentProps } from '../host.ts'

export function StyleGuide({ data, now }: FragmentProps<StyleGuideData>) {
  return <StyleGuidePage {...data} now={now} />
}
