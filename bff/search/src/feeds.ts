/** Cards are public. */
export const mayFollow = (feed: string) => feed.startsWith('listing.')
