/** What a page can do without until it has nothing else to do. */
import { keepForOffline } from './keep-for-offline.ts'
import { matchPictures } from './page-pictures.ts'
import { showProgress } from './progress-line.ts'

matchPictures()
showProgress()
void keepForOffline()
