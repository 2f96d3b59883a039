/** Number of reviews that each further page adds to the list. */
export const REVIEWS_PER_PAGE = 6
