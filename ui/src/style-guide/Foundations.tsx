import { ValueChange } from '../content/ValueChange.tsx'
import { Colours } from './Colours.tsx'
import { Example, State } from './Example.tsx'
import styles from './Foundations.module.css'

const sizes = ['text-6', 'text-5', 'text-4', 'text-3', 'text-2', 'text-1'] as const
const spaces = ['space-half', 'space-1', 'space-2', 'space-3', 'space-4', 'space-6', 'space-8'] as const

export function Foundations() {
  return (
    <>
      <Example name="Colour" note="Roles, not hues: a text colour on a background, with measured contrast.">
        <Colours />
      </Example>
      <Example name="Type" note="Petrona for headings and prices, the system’s own face for text; six sizes.">
        {sizes.map((size) => (
          <State key={size} name={`--${size}`} wide>
            <p className={`${styles.display} ${styles[size]}`}>Where would you rather be? Łódź, Évora, Gröden</p>
          </State>
        ))}
        <State name="--text-2 in the system’s face" wide>
          <p>The hour before a journey: calm, warm, exact. Numbers that change keep their width: 09:41, 1,110.</p>
        </State>
        <State name=":lang(ar) has lines further apart" wide>
          <div lang="ar" dir="rtl">
            <p className={`${styles.display} ${styles['text-5']}`}>أين تود أن تكون الآن؟</p>
            <p>الساعة التي تسبق السفر: هادئة ودافئة ودقيقة.</p>
          </div>
        </State>
      </Example>
      <Example name="Space" note="An 8-point grid; the half is for what belongs together.">
        <State name="--space-half to --space-8" wide>
          <ul className={styles.spaces}>
            {spaces.map((space) => (
              <li key={space} className={styles.space}>
                <span className={`${styles.bar} ${styles[space]}`} aria-hidden="true" />
                <span>--{space}</span>
              </li>
            ))}
          </ul>
        </State>
      </Example>
      <Example
        name="Depth"
        note="Paper lies flat. Two exceptions: what is raised from it, and what floats above the page."
      >
        <State name="--raised">
          <p className={`${styles.sheet} ${styles.raised}`}>Raised</p>
        </State>
        <State name="--floating">
          <p className={`${styles.sheet} ${styles.floating}`}>Floating</p>
        </State>
      </Example>
      <Example
        name="Motion"
        note="150 to 250 ms, only to say what changed. Off with reduced motion. Hover the first; the second moves when its words change."
      >
        <State name="--swift, --ease">
          <p className={`${styles.sheet} ${styles.swift}`}>A ground settles</p>
        </State>
        <State name="ValueChange">
          <ValueChange>9 seats left</ValueChange>
        </State>
      </Example>
    </>
  )
}
