import { useEffect, useRef, useState } from 'react'
import styles from './Colours.module.css'
import { contrast, type Ink } from './contrast.ts'
import { CONTROL, controls, type Pair, TEXT, texts } from './contrast-pairs.ts'
import { State } from './Example.tsx'

/** Every pair that is used somewhere, measured here as it is painted, in whatever scheme and contrast it is looked at. */
export function Colours() {
  return (
    <>
      <Pairs name={`Words, at least ${TEXT} : 1`} pairs={texts} least={TEXT} />
      <Pairs name={`Controls, at least ${CONTROL} : 1`} pairs={controls} least={CONTROL} />
    </>
  )
}

function Pairs({ name, pairs, least }: { name: string; pairs: readonly Pair[]; least: number }) {
  return (
    <State name={name} wide>
      <ul className={styles.pairs}>
        {pairs.map(([ink, ground]) => (
          <li key={`${ink} on ${ground}`}>
            <Swatch ink={ink} ground={ground} least={least} />
          </li>
        ))}
      </ul>
    </State>
  )
}

function Swatch({ ink, ground, least }: { ink: string; ground: string; least: number }) {
  const box = useRef<HTMLDivElement>(null)
  const [ratio, setRatio] = useState<number | null>(null)
  useEffect(() => {
    if (box.current) setRatio(measure(getComputedStyle(box.current)))
  }, [])
  return (
    <div ref={box} className={`${styles.swatch} ${styles[`ink-${ink}`]} ${styles[`ground-${ground}`]}`}>
      {least === TEXT ? <span className={styles.sample}>Aa</span> : <span className={styles.ring} />}
      <span className={least === TEXT ? undefined : styles.caption}>
        {`${ink} on ${ground}: `}
        <span className={styles.ratio}>{ratio === null ? '…' : ratio.toFixed(1)}</span>
        {ratio !== null && ratio < least && ', too little'}
      </span>
    </div>
  )
}

function measure({ color, backgroundColor }: CSSStyleDeclaration): number {
  return contrast(toInk(color), toInk(backgroundColor))
}

function toInk(computed: string): Ink {
  const [red = 0, green = 0, blue = 0] = computed.match(/[\d.]+/g)?.map(Number) ?? []
  return [red, green, blue]
}
