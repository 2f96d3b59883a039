import type { ExperienceCard } from '@fernweh/contracts/feeds/search'

/** What people type who look for a category, in the languages of the pages. */
export const categoryWords: Record<ExperienceCard['category'], string> = {
  tasting:
    'tasting wine food drink coffee tea Verkostung Weinprobe Kostprobe Genuss Essen Trinken تذوق طعام شراب قهوة شاي',
  tour: 'tour guided sightseeing Führung Rundgang Stadtführung جولة مرشد',
  class: 'class course lesson workshop Kurs Unterricht Workshop درس دورة ورشة تعلم',
  walk: 'walk stroll Spaziergang Gang نزهة مشي',
  water: 'water boat sailing kayak swimming sea river Wasser Boot Segeln Kajak Schwimmen ماء قارب إبحار بحر سباحة',
  craft: 'craft handicraft making pottery Handwerk Basteln Töpfern حرف حرفة يدوية فخار',
  cooking: 'cooking kitchen cook baking Kochen Küche Kochkurs Backen طبخ مطبخ طهي خبز',
  market: 'market bazaar shopping Markt Basar Einkaufen سوق بازار تسوق',
  music: 'music concert singing Musik Konzert Singen Gesang موسيقى حفل غناء',
  dance: 'dance dancing Tanz Tanzen Tanzkurs رقص',
  night: 'night evening nightlife bar Nacht Abend Nachtleben ليل ليلة مساء سهرة',
  hike: 'hike hiking mountain trail Wanderung Wandern Berg مشي جبل تسلق مسار',
  cycling: 'cycling bike bicycle Radfahren Fahrrad Radtour دراجة دراجات',
  wildlife: 'wildlife animals birds nature Tiere Vögel Natur حيوانات طيور طبيعة برية',
  stars: 'stars stargazing astronomy sky Sterne Sternenhimmel Astronomie نجوم فلك سماء',
  history: 'history museum heritage Geschichte Museum تاريخ متحف تراث',
  architecture: 'architecture buildings houses Architektur Gebäude Baukunst عمارة مبان مباني هندسة',
  photography: 'photography photo camera Fotografie Foto Fotografieren Kamera تصوير صور كاميرا',
  wellness:
    'wellness spa bath sauna yoga massage Wellness Bad Sauna Yoga Massage Entspannung عافية حمام استرخاء يوغا تدليك',
  trip: 'trip excursion outing day Ausflug Tagesausflug Reise رحلة يوم',
}
