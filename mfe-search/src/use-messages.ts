import { useMessages as useAnyWords } from '@fernweh/kit/browser/use-messages'
import type en from './messages/en.json'

export const useMessages = useAnyWords<keyof typeof en>
