/** Ratings and reviews are public. */
export const mayFollow = (feed: string) => feed.startsWith('rating.')
