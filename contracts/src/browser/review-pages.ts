/** How many reviews a page of them adds to those that are shown. */
export const REVIEWS_PER_PAGE = 6
