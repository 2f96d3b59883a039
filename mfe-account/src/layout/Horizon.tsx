import styles from './Horizon.module.css'

/** Dawn for signing up, day for signing in, night for a forgotten password. */
export type DayHour = 'dawn' | 'day' | 'night'

/** Position and radius of the sun or moon. */
const LIGHT: Record<DayHour, readonly [y: number, radius: number]> = {
  dawn: [362, 62],
  day: [288, 58],
  night: [304, 26],
}

/** A landscape with one horizon line and the sun or moon above it. */
export function Horizon({ hour }: { hour: DayHour }) {
  const [y, radius] = LIGHT[hour]
  return (
    <svg className={styles[hour]} viewBox="0 24 640 640" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path className={styles.sky} d="M0 0h640v700H0z" />
      <path className={styles.haze} d="M0 196h640v188H0z" opacity=".3" />
      <path className={styles.haze} d="M0 274h640v110H0z" opacity=".45" />
      {hour === 'night' && <Stars />}
      <circle className={styles.light} cx="412" cy={y} r={radius} />
      <path className={styles.farthest} d="M0 352 62 338l58 9 76-37 52 24 60-14 74 34 66-19 58 22 70-30 64 26v36H0z" />
      <path className={styles.far} d="m0 372 84-16 66 10 90-22 96 26 82-8 102 12 120-20v36H0z" />
      <path className={styles.sea} d="M0 384h640v316H0z" />
      <path className={styles.glint} d="M372 396h80M356 412h112m-92 18h76m-98 22h122m-84 26h44m-72 32h104" />
      <path className={styles.line} d="M0 384h640" />
      <path className={styles.nearer} d="M0 700V492l48-12 72 30 60 6 92 40 118 18 92 34 158 20v72z" />
      <path className={styles.near} d="M0 700V556l88-12 92 30 128 12 104 30 96 6 132 28v50z" />
    </svg>
  )
}

function Stars() {
  return (
    <path
      className={styles.stars}
      d="M90 92h0M168 204h0M236 66h0M306 158h0M122 286h0M372 92h0M486 60h0M548 178h0M592 96h0M604 270h0M280 258h0M44 190h0M502 300h0"
    />
  )
}
