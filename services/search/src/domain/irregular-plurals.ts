/** Plurals that no rule of endings leads back to their singular, of words that experiences are described with. */
import type { Language } from '@fernweh/contracts/browser/languages'
import { fold } from './words.ts'

/** `plural singular` */
const PLURALS: Record<Language, string> = {
  en: `children child, geese goose, knives knife, leaves leaf, loaves loaf, men man, mice mouse, people person, shelves shelf,
    women woman, wolves wolf`,
  de: `Aquarien Aquarium, Ateliers Atelier, Museen Museum, Themen Thema, Villen Villa, Zentren Zentrum`,
  ar: `آثار أثر, أبراج برج, أبواب باب, أزهار زهرة, أسرار سر, أسواق سوق, أشجار شجرة, أطباق طبق, أطعمة طعام, أغاني أغنية, أفلام فيلم,
    ألحان لحن, ألوان لون, أماكن مكان, أنهار نهر, أيام يوم, بحار بحر, بيوت بيت, تجارب تجربة, توابل تابل, جبال جبل, جزر جزيرة, جسور جسر,
    حدائق حديقة, حرف حرفة, خيول حصان, دروس درس, شواطئ شاطئ, شوارع شارع, صور صورة, طيور طائر, عطور عطر, فنون فن, قرى قرية,
    قصص قصة, قصور قصر, قلاع قلعة, قوارب قارب, كتب كتاب, كنائس كنيسة, ليالي ليلة, متاحف متحف, مدن مدينة, مزارع مزرعة, مساجد مسجد,
    مسارح مسرح, مطابخ مطبخ, مطاعم مطعم, معابد معبد, معارض معرض, مقاهي مقهى, نجوم نجم, وديان وادي, ورش ورشة`,
}

const toSingulars = (list: string) =>
  new Map(
    list.split(',').map((pair) => {
      const [plural = '', singular = ''] = pair.trim().split(' ')
      return [fold(plural.toLowerCase()), fold(singular.toLowerCase())]
    }),
  )

const singulars = { en: toSingulars(PLURALS.en), de: toSingulars(PLURALS.de), ar: toSingulars(PLURALS.ar) }

/** The singular of a folded word where it is irregular, else the word. */
export const toSingular = (word: string, language: Language): string => singulars[language].get(word) ?? word
