/** Twenty experiences in ten cities; the places are real, the offers are ours. */
import type { publishExperience } from '@fernweh/contracts/api/catalog'
import type { BodyOf } from '@fernweh/contracts/api/operation'

type Body = BodyOf<typeof publishExperience>
type City = Pick<Body, 'city' | 'country' | 'place' | 'zone'> & { currency: string }

export interface SeedExperience extends Body {
  experienceId: string
  hostId: string
  /** Local starting times of a day, `HH:MM`. */
  starts: string[]
  capacity: number
}

const at = (
  city: string,
  country: string,
  zone: string,
  currency: string,
  latitude: number,
  longitude: number,
): City => ({
  city,
  country,
  zone,
  currency,
  place: { latitude, longitude },
})

const lisbon = at('Lisbon', 'PT', 'Europe/Lisbon', 'EUR', 38.7118, -9.1302)
const kyoto = at('Kyoto', 'JP', 'Asia/Tokyo', 'JPY', 35.0036, 135.7788)
const oaxaca = at('Oaxaca', 'MX', 'America/Mexico_City', 'MXN', 17.0608, -96.7253)
const bergen = at('Bergen', 'NO', 'Europe/Oslo', 'NOK', 60.3975, 5.3242)
const naples = at('Naples', 'IT', 'Europe/Rome', 'EUR', 40.8518, 14.2681)
const tbilisi = at('Tbilisi', 'GE', 'Asia/Tbilisi', 'GEL', 41.6938, 44.8015)
const capeTown = at('Cape Town', 'ZA', 'Africa/Johannesburg', 'ZAR', -33.9249, 18.4241)
const montreal = at('Montréal', 'CA', 'America/Toronto', 'CAD', 45.5089, -73.554)
const hobart = at('Hobart', 'AU', 'Australia/Hobart', 'AUD', -42.8821, 147.3272)
const fez = at('Fez', 'MA', 'Africa/Casablanca', 'MAD', 34.0626, -4.9738)

type Offer = Pick<Body, 'title' | 'summary' | 'description' | 'category' | 'durationMinutes' | 'languages'> & {
  /** For one seat, in whole units of the city's currency. */
  price: number
  starts: string[]
  capacity: number
}

function offer(
  experienceId: string,
  hostId: string,
  { currency, ...city }: City,
  { price, ...rest }: Offer,
): SeedExperience {
  const amount = currency === 'JPY' ? price : price * 100
  return { experienceId, hostId, language: 'en', translations: {}, ...city, ...rest, price: { amount, currency } }
}

export const experiences: SeedExperience[] = [
  offer('lisbon-tile-painting', 'cleo', lisbon, {
    title: 'Paint a blue tile in Alfama',
    summary: 'A morning at a workbench under the castle, and one tile to carry home.',
    description:
      'The workshop is one room with a kiln in the corner and a cat on the sill. You learn how the white glaze takes the cobalt, why a line cannot be taken back, and how old patterns meet at their corners.\n\nYou paint two tiles: one to practise on, one that counts. Both are fired overnight and wait for you from the next afternoon.',
    category: 'craft',
    durationMinutes: 180,
    languages: ['en', 'pt'],
    price: 46,
    starts: ['10:00'],
    capacity: 8,
  }),
  offer('lisbon-dusk-sail', 'cleo', lisbon, {
    title: 'The Tagus at dusk, under sail',
    summary: 'Two hours on a wooden boat while the hills of Lisbon light up, one after the other.',
    description:
      'We leave from Belém with the last of the ebb and let the wind decide how far we get. There is a blanket for each of you and a flask of something warm.\n\nWhoever likes may take the tiller. Whoever does not may watch the bridge go red.',
    category: 'water',
    durationMinutes: 120,
    languages: ['en', 'pt', 'fr'],
    price: 58,
    starts: ['18:30'],
    capacity: 10,
  }),
  offer('lisbon-night-bakers', 'cleo', lisbon, {
    title: 'With the bakers, before the city wakes',
    summary: 'Dough, ovens and the first warm custard tart of the day.',
    description:
      'At five in the morning the bakery behind the market belongs to four people and you. You fold the layers, line the tins, and learn why the oven must be almost too hot.\n\nWe finish at the counter with coffee while the first customers come in.',
    category: 'class',
    durationMinutes: 150,
    languages: ['en', 'pt'],
    price: 39,
    starts: ['05:00'],
    capacity: 6,
  }),
  offer('kyoto-tea-hill', 'ravi', kyoto, {
    title: 'A bowl of tea above the city',
    summary: 'A quiet hour in a small tea room on the eastern hills, explained without hurry.',
    description:
      'Four mats, one scroll, one flower. Your host makes the tea and tells what each movement is for; then you make a bowl for the person beside you.\n\nShoes stay at the door. There is a low stool for those whose knees prefer one.',
    category: 'tasting',
    durationMinutes: 75,
    languages: ['en', 'ja'],
    price: 4800,
    starts: ['10:00', '15:00'],
    capacity: 6,
  }),
  offer('kyoto-bicycle-canals', 'ravi', kyoto, {
    title: 'Kyoto by bicycle, along the water',
    summary: 'Flat, slow and mostly beside a river: temples, a noodle stop, herons.',
    description:
      'We follow the Kamo north and come back by the canal, on bicycles with baskets. There are five stops, and no more than ten minutes between any two.\n\nLunch is a bowl of cold noodles at a counter with eight seats, which we have to ourselves.',
    category: 'tour',
    durationMinutes: 240,
    languages: ['en', 'ja', 'de'],
    price: 9500,
    starts: ['09:00'],
    capacity: 8,
  }),
  offer('oaxaca-mole-kitchen', 'ines', oaxaca, {
    title: 'Mole from the first chilli to the last spoon',
    summary: 'Market at eight, kitchen at ten, one long table at two.',
    description:
      'We buy what goes into a black mole: six chillies, plantain, chocolate, a leaf whose name you will want to write down. Then we toast, grind and stir in a courtyard kitchen until it is right.\n\nEverybody eats at one table. What is left goes home with you.',
    category: 'class',
    durationMinutes: 360,
    languages: ['en', 'es'],
    price: 1450,
    starts: ['08:00'],
    capacity: 10,
  }),
  offer('oaxaca-weavers-valley', 'ines', oaxaca, {
    title: 'Looms and colours of Teotitlán',
    summary: 'An afternoon with a family that dyes wool with insects, bark and marigold.',
    description:
      'You see how a red is made from an insect no bigger than a grain of rice, and how lime turns it purple. Then you sit at the loom and weave a strip as wide as your hand.\n\nThe valley road takes forty minutes each way; we drive slowly because of the view.',
    category: 'craft',
    durationMinutes: 300,
    languages: ['en', 'es'],
    price: 1100,
    starts: ['13:00'],
    capacity: 8,
  }),
  offer('bergen-fjord-kayak', 'ravi', bergen, {
    title: 'Paddle out among the islands',
    summary: 'Three hours in a double kayak, flat water, coffee on a skerry.',
    description:
      'The skerries outside Bergen keep the swell away, so this works for people who have never held a paddle. You get a dry suit and a short lesson; seals may come and have a look.\n\nWe land on a rock the size of a living room and boil coffee there.',
    category: 'water',
    durationMinutes: 180,
    languages: ['en', 'no'],
    price: 890,
    starts: ['10:00', '14:00'],
    capacity: 8,
  }),
  offer('bergen-rain-walk', 'ravi', bergen, {
    title: 'A proper walk in proper rain',
    summary: 'Up Fløyen by the back way, with stories of the wettest city in Europe.',
    description:
      'It rains on two days of three, and people here have made something of it. We lend you the coat. The path climbs through moss and spruce to a hut with waffles, and comes down by the lanes of wooden houses.\n\nShould the sun shine, we apologise and go all the same.',
    category: 'walk',
    durationMinutes: 165,
    languages: ['en', 'no', 'de'],
    price: 420,
    starts: ['11:00'],
    capacity: 12,
  }),
  offer('naples-underground', 'cleo', naples, {
    title: 'The city under the city',
    summary: 'Forty metres below the washing lines: cisterns, tunnels, a theatre in a cellar.',
    description:
      'A staircase behind an ordinary door leads down to what the Greeks cut and the Romans filled with water. One passage is narrow; there is a way around it for those who would rather not.\n\nIt is cool down there in every season. Bring a jumper.',
    category: 'tour',
    durationMinutes: 105,
    languages: ['en', 'it'],
    price: 24,
    starts: ['10:30', '16:00'],
    capacity: 14,
  }),
  offer('naples-pizza-bench', 'cleo', naples, {
    title: 'Your own pizza, ninety seconds in the oven',
    summary: 'Stretch the dough on marble, watch it rise in the fire, eat it standing.',
    description:
      'Dough needs a day, so ours is ready when you come; you make tomorrow’s for the next group and learn what flour, water and patience do.\n\nThen everybody opens a disc by hand, burns at least one finger a little, and eats what came out.',
    category: 'class',
    durationMinutes: 120,
    languages: ['en', 'it', 'es'],
    price: 42,
    starts: ['12:00'],
    capacity: 10,
  }),
  offer('tbilisi-cellar-wines', 'ines', tbilisi, {
    title: 'Amber wine from buried jars',
    summary: 'Five glasses in a brick cellar, with bread, walnuts and a toast for each.',
    description:
      'Wine has been made here in clay jars, sunk to their necks in the earth, for eight thousand years. We open one. It is the colour of tea and tastes of dried apricot and smoke.\n\nYour host leads the toasts. You may answer with one of your own, in any language.',
    category: 'tasting',
    durationMinutes: 120,
    languages: ['en', 'ka', 'ru'],
    price: 95,
    starts: ['17:00'],
    capacity: 10,
  }),
  offer('tbilisi-balcony-walk', 'ines', tbilisi, {
    title: 'Carved balconies and hidden courtyards',
    summary: 'The old town by its staircases, with keys to three houses that are usually closed.',
    description:
      'Sololaki and Betlemi are full of painted stairwells behind doors that look shut. Some are. We know the people who live behind the others.\n\nThe walk goes uphill first and downhill for the rest, and ends at the sulphur baths.',
    category: 'walk',
    durationMinutes: 150,
    languages: ['en', 'ka'],
    price: 60,
    starts: ['10:00'],
    capacity: 12,
  }),
  offer('cape-town-tide-pools', 'ravi', capeTown, {
    title: 'Swim with the kelp',
    summary: 'Snorkel in a sheltered bay where the forest is under water and the light is green.',
    description:
      'The water is cold and we have suits for that. You float above the kelp with a guide who points: a shy shark as long as your arm, an octopus pretending to be a stone.\n\nTwo hours at the shore, of which about forty minutes in the water.',
    category: 'water',
    durationMinutes: 120,
    languages: ['en', 'af'],
    price: 850,
    starts: ['09:00'],
    capacity: 8,
  }),
  offer('cape-town-mountain-dawn', 'ravi', capeTown, {
    title: 'First light on Lion’s Head',
    summary: 'Up in the dark with lamps, breakfast on the rocks when the sun comes.',
    description:
      'We start ninety minutes before sunrise and take the spiral path, which leaves out the chains for those who wish. The last part needs hands as well as feet.\n\nOn top there are flasks, rusks, and the whole peninsula turning from blue to gold.',
    category: 'walk',
    durationMinutes: 180,
    languages: ['en'],
    price: 480,
    starts: ['04:30'],
    capacity: 10,
  }),
  offer('montreal-bagel-route', 'ines', montreal, {
    title: 'Bagels, smoke and a spoonful of maple',
    summary: 'Mile End on foot and by mouth: six stops, all of them small.',
    description:
      'Two bakeries have been arguing for a hundred years about whose bagels are better. You get one from each, still hot, and keep your opinion until the end.\n\nIn between: pickles, smoked meat, a bookshop, and a taste of what comes out of trees in March.',
    category: 'tasting',
    durationMinutes: 180,
    languages: ['en', 'fr'],
    price: 72,
    starts: ['11:00'],
    capacity: 12,
  }),
  offer('montreal-letterpress', 'ines', montreal, {
    title: 'Set it in lead, print it by hand',
    summary: 'An evening among type cases; you leave with twenty cards and inky thumbs.',
    description:
      'Choose a line you would like to keep. You set it letter by letter, upside down and backwards, lock it up and pull it on a press from 1911.\n\nInk and card come in more colours than you need. Aprons are provided.',
    category: 'craft',
    durationMinutes: 150,
    languages: ['en', 'fr'],
    price: 88,
    starts: ['18:00'],
    capacity: 6,
  }),
  offer('hobart-oyster-lease', 'ravi', hobart, {
    title: 'Oysters where they grow',
    summary: 'In waders, waist deep, at a table set on a sandbar.',
    description:
      'The farm lies at the mouth of a quiet bay. You walk out with the grower, learn to open a shell without hurting yourself, and eat what you opened with nothing but a lemon.\n\nThe tide decides the hour, so the times differ from day to day by a little.',
    category: 'tasting',
    durationMinutes: 150,
    languages: ['en'],
    price: 120,
    starts: ['10:00'],
    capacity: 8,
  }),
  offer('hobart-southern-sky', 'ravi', hobart, {
    title: 'Southern stars from a dark hill',
    summary: 'Two telescopes, a wood stove, and a sky many visitors have never seen.',
    description:
      'Twenty minutes out of town the night is black again. We look at the jewel box, at two small galaxies that are neighbours of ours, and, in some seasons, at green light on the southern horizon.\n\nCloud happens. We then hold the evening indoors by the stove and you may come back another night.',
    category: 'tour',
    durationMinutes: 150,
    languages: ['en'],
    price: 95,
    starts: ['20:30'],
    capacity: 12,
  }),
  offer('fez-leather-and-lanes', 'cleo', fez, {
    title: 'Lanes too narrow for a donkey and a half',
    summary: 'The old city with someone who was born in it: dyers, tinsmiths, a rooftop.',
    description:
      'Nine thousand lanes, so we take about thirty. You see leather dyed in stone vats from above, where the smell is milder, and brass beaten into lamps at a bench by the door.\n\nWe end on a roof with mint tea, at the hour when all the minarets speak.',
    category: 'tour',
    durationMinutes: 210,
    languages: ['en', 'fr', 'ar'],
    price: 320,
    starts: ['09:30', '15:30'],
    capacity: 9,
  }),
]
