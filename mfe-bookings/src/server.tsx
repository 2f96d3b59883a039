import { createPartRenderer } from '@fernweh/kit/browser/server-render'
import { MyHolds } from './parts/MyHolds.tsx'
import { Sessions } from './parts/Sessions.tsx'

export const renderPart = createPartRenderer({ Sessions, MyHolds })
