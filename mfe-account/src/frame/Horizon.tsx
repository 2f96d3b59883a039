import styles from './Horizon.module.css'

/** The sun comes up where one sets out, stands high where one is welcome, and is away where something was forgotten. */
export type Hour = 'dawn' | 'day' | 'night'

const SUN: Record<Hour, number> = { dawn: 372, day: 236, night: 236 }

/** One line, and a light above it. */
export function Horizon({ hour }: { hour: Hour }) {
  return (
    <svg className={styles[hour]} viewBox="0 0 640 640" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path className={styles.sky} d="M0 0h640v640H0z" />
      <path className={styles.haze} d="M0 218h640v160H0z" opacity=".35" />
      <path className={styles.haze} d="M0 296h640v90H0z" opacity=".5" />
      {hour === 'night' && <Stars />}
      <circle className={styles.light} cx="412" cy={SUN[hour]} r={hour === 'night' ? 34 : 62} />
      <path
        className={styles.far}
        d="M0 352 62 338l58 9 76-37 52 24 60-14 74 34 66-19 58 22 70-30 64 26v36H0z"
        opacity=".55"
      />
      <path className={styles.far} d="m0 372 84-16 66 10 90-22 96 26 82-8 102 12 120-20v36H0z" />
      <path className={styles.sea} d="M0 384h640v256H0z" />
      <path className={styles.glint} d="M372 396h80M356 412h112m-92 18h76m-98 22h122m-84 26h44m-72 32h104" />
      <path className={styles.line} d="M0 384h640" />
      <path className={styles.near} d="M0 640V548l70-8 84 22 92 4 88 30 110 8 92 22 104 14z" />
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
