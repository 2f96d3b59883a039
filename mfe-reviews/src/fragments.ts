/**
 * Every fragment of this team with its budget in bytes, compressed. Fragment `ReviewList` is the component that
 * `src/fragments/ReviewList.tsx` exports; the build exposes and renders it.
 */
export const fragments = {
  ReviewList: { js: 13_500, css: 2_600 },
  BookingReview: { js: 13_000, css: 2_500 },
  AuthorPage: { js: 9_500, css: 1_700 },
}
