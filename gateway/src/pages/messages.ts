import { createCatalog, type Messages } from '@fernweh/kit/language/messages'
import ar from '../messages/ar.json'
import de from '../messages/de.json'
import en from '../messages/en.json'

export const gatewayMessages = createCatalog([{ en, de, ar } satisfies Messages<keyof typeof en>])
export type GatewayMessage = keyof typeof en
