import { useWords as useAnyWords } from '@fernweh/kit/browser/words'
import type en from './messages/en.json'

export const useWords = useAnyWords<keyof typeof en>
