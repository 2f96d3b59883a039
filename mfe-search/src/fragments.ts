/**
 * Every fragment of this team with its budget in bytes, compressed. Fragment `Home` is the component that
 * `src/fragments/Home.tsx` exports; the build exposes and renders it.
 */
export const fragments = {
  Home: { js: 14_200, css: 3_200 },
  Find: { js: 16_000, css: 4_000 },
  Experience: { js: 12_500, css: 3_000 },
  PartySize: { js: 8_500, css: 900 },
  Similar: { js: 12_500, css: 3_000 },
}
