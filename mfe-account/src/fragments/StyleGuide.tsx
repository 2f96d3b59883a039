import type { StyleGuideData } from '@fernweh/contracts/fragments/account'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { StyleGuidePage } from '@fernweh/ui/style-guide/StyleGuidePage'

export function StyleGuide({ data, now }: FragmentProps<StyleGuideData>) {
  return <StyleGuidePage {...data} now={now} />
}
