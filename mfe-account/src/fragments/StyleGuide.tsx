import type { StyleGuideData } from '@fernweh/contracts/fragments/account'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { Living } from '@fernweh/ui/style-guide/StyleGuide'

export function Components({ data, now }: FragmentProps<StyleGuideData>) {
  return <Living {...data} now={now} />
}
