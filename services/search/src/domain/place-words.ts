/** Names of places in the languages of the pages, whatever language their host writes. */
import { languages } from '@fernweh/contracts/browser/languages'
import { toNameKey } from './words.ts'

/** Where English, German and Arabic have names of their own for a city. */
const CITIES = [
  'Amsterdam أمستردام',
  'Athens Athen أثينا',
  'Auckland أوكلاند',
  'Bangkok بانكوك',
  'Barcelona برشلونة',
  'Beirut بيروت',
  'Bergen برغن',
  'Berlin برلين',
  'Bogotá Bogota بوغوتا',
  'Brussels Brüssel Bruxelles بروكسل',
  'Budapest بودابست',
  'Buenos-Aires بوينس-آيرس',
  'Cairo Kairo القاهرة',
  'Cape-Town Kapstadt كيب-تاون',
  'Cartagena قرطاجنة',
  'Chiang-Mai شيانغ-ماي',
  'Copenhagen Kopenhagen København كوبنهاغن',
  'Cusco Cuzco كوسكو',
  'Dakar داكار',
  'Dublin دبلن',
  'Edinburgh إدنبرة',
  'Fez Fes فاس',
  'Florence Florenz Firenze فلورنسا',
  'Ghent Gent غنت',
  'Hanoi هانوي',
  'Havana Havanna هافانا',
  'Helsinki هلسنكي',
  'Hobart هوبارت',
  'Hong-Kong Hongkong هونغ-كونغ',
  'Istanbul إسطنبول',
  'Jaipur جايبور',
  'Jerusalem القدس',
  'Kathmandu كاتماندو',
  'Kraków Krakow Krakau كراكوف',
  'Kyoto Kyōto كيوتو',
  'Lima ليما',
  'Lisbon Lissabon Lisboa لشبونة',
  'Ljubljana Laibach ليوبليانا',
  'London لندن',
  'Madrid مدريد',
  'Marrakesh Marrakech Marrakesch مراكش',
  'Marseille مرسيليا',
  'Medellín ميديين',
  'Melbourne ملبورن',
  'Mexico-City Mexiko-Stadt مكسيكو-سيتي',
  'Milan Mailand Milano ميلانو',
  'Montréal Montreal مونتريال',
  'Munich München ميونخ',
  'Muscat Maskat مسقط',
  'Nairobi نيروبي',
  'Naples Neapel Napoli نابولي',
  'New-Orleans نيو-أورلينز',
  'New-York نيويورك',
  'Oaxaca واهاكا',
  'Oslo أوسلو',
  'Palermo باليرمو',
  'Paris باريس',
  'Porto بورتو',
  'Prague Prag Praha براغ',
  'Reykjavík Reykjavik ريكيافيك',
  'Rio-de-Janeiro ريو-دي-جانيرو',
  'Rome Rom Roma روما',
  'Salvador سالفادور',
  'Samarkand سمرقند',
  'Santiago سانتياغو',
  'Seoul سيول',
  'Seville Sevilla إشبيلية',
  'Singapore Singapur سنغافورة',
  'Stockholm ستوكهولم',
  'Sydney سيدني',
  'Taipei Taipeh تايبيه',
  'Tallinn تالين',
  'Tbilisi Tiflis تبليسي',
  'Tokyo Tokio طوكيو',
  'Tunis تونس',
  'Valparaíso فالبارايسو',
  'Vancouver فانكوفر',
  'Venice Venedig Venezia البندقية',
  'Vienna Wien فيينا',
  'Warsaw Warschau وارسو',
  'Wellington ولينغتون',
  'Zanzibar Sansibar زنجبار',
  'Zürich Zurich زيورخ',
]

const namesOf = new Map(
  CITIES.flatMap((line) => {
    const names = line.replaceAll('-', '\u00a0').split(' ')
    return names.map((name) => [toNameKey(name), names.join(' ')])
  }),
)

/** All names of the city that are known, its own among them. */
export function toCityNames(city: string): string {
  return `${city} ${namesOf.get(toNameKey(city)) ?? ''}`
}

const countryNames = languages.map((language) => new Intl.DisplayNames([language], { type: 'region' }))

/** `PT` → `Portugal Portugal البرتغال` */
export function toCountryNames(country: string): string {
  return countryNames.map((names) => names.of(country)).join(' ')
}
