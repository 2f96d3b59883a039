/** Enhancements that are loaded once the page is idle. */

import { showNavigationProgress } from './navigation-progress.ts'
import { enablePictureTransitions } from './picture-transitions.ts'
import { registerServiceWorker } from './register-service-worker.ts'

enablePictureTransitions()
showNavigationProgress()
void registerServiceWorker()
