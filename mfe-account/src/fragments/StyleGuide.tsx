import type { StyleGuideData } from '@fernweh/contracts/fragments/account'
import { StyleGuidePage } from '@fernweh/ui/style-guide/StyleGuidePage'
import type { TeamFragmentProps } from '../host.ts'

export function StyleGuide({ data, now }: TeamFragmentProps<StyleGuideData>) {
  return <StyleGuidePage {...data} now={now} />
}
