import { createPartRenderer } from '@fernweh/kit/browser/server-render'
import { List } from './parts/List.tsx'

export const renderPart = createPartRenderer({ List })
