import type { ComponentsData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Living } from '@fernweh/ui/living/Living'

export function Components({ data, now }: PartProps<ComponentsData>) {
  return <Living {...data} now={now} />
}
