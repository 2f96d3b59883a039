import { useMessages as useUntypedMessages } from '@fernweh/kit/browser/host/use-messages'
import type en from './en.json'

export const useMessages = useUntypedMessages<keyof typeof en>
