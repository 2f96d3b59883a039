import { Landscape, type LandscapeProps } from '@fernweh/ui/Landscape'
import type { ReactNode } from 'react'
import styles from './Doorway.module.css'

interface DoorwayProps extends LandscapeProps {
  title: string
  children: ReactNode
}

/** The pages before one is in: few words beside a picture, below it on a phone. */
export function Doorway({ title, children, ...picture }: DoorwayProps) {
  return (
    <div className={styles.doorway}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
      <div className={styles.picture}>
        <Landscape {...picture} />
      </div>
    </div>
  )
}
