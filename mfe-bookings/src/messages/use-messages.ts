import { useMessages as useAnyMessages } from '@fernweh/kit/browser/use-messages'
import type en from './en.json'

export const useMessages = useAnyMessages<keyof typeof en>
