export { createTranslate } from '../language/translate.ts'
