/** Enhancements that are loaded once the page is idle. */

import { followAddress } from './follow-address.ts'
import { showNavigationProgress } from './navigation-progress.ts'
import { enablePictureTransitions } from './picture-transitions.ts'
import { registerServiceWorker } from './register-service-worker.ts'
import { showDeadlines } from './show-deadlines.ts'

enablePictureTransitions()
followAddress()
showDeadlines()
showNavigationProgress()
void registerServiceWorker()
