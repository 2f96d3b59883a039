/** Opinions of people who were there, as far as the seed lets anybody be. */
export interface SeedReview {
  experienceId: string
  authorId: string
  rating: number
  text: string
}

const by =
  (authorId: string) =>
  (experienceId: string, rating: number, text: string): SeedReview => ({
    experienceId,
    authorId,
    rating,
    text,
  })
const [dara, emil] = [by('dara'), by('emil')]

export const reviews: SeedReview[] = [
  dara('lisbon-tile-painting', 5, 'My line wobbled and nobody minded. The tile hangs in my kitchen now.'),
  emil('lisbon-tile-painting', 4, 'Lovely people, a small room; come on time or the good brushes are gone.'),
  emil('lisbon-dusk-sail', 5, 'I steered under the bridge. I have told everyone I know.'),
  dara('kyoto-tea-hill', 5, 'An hour that felt like a week off. The low stool is a kindness.'),
  emil('kyoto-bicycle-canals', 4, 'Flat as promised. The noodles alone are worth the saddle.'),
  dara('oaxaca-mole-kitchen', 5, 'I came hungry and left with a jar, a recipe and three new friends.'),
  dara('bergen-fjord-kayak', 4, 'Cold hands, warm coffee, one seal. More of the seal next time, please.'),
  emil('bergen-rain-walk', 5, 'It rained, properly. The waffles were proper too.'),
  emil('naples-underground', 3, 'Impressive, but we were many for the narrow passage.'),
  dara('naples-pizza-bench', 5, 'Ninety seconds is exactly long enough to be proud of something.'),
  emil('tbilisi-cellar-wines', 5, 'The third toast was to absent friends. I needed that.'),
  dara('tbilisi-balcony-walk', 4, 'Uphill first, then the doors open one after the other.'),
  emil('cape-town-mountain-dawn', 5, 'Hard in the dark, easy in the light, unforgettable in between.'),
  dara('montreal-bagel-route', 4, 'I have an opinion about the bagels. I shall keep it.'),
  dara('montreal-letterpress', 5, 'Upside down and backwards, and then it said what I meant.'),
  emil('hobart-southern-sky', 2, 'Cloud. The stove was nice. They did offer another night.'),
  emil('fez-leather-and-lanes', 4, 'I could not find my way back there for money. Good that someone can.'),
]
