/** What is offered is public. */
export const mayFollow = (feed: string) => /^(listing|experience)\./.test(feed)
