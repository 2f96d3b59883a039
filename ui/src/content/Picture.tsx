import {
  type PictureFormat,
  pictureFormats,
  pictureWidths,
  toPictureHeight,
  toPictureUrl,
} from '@fernweh/contracts/browser/pictures'
import type { Picture as PictureData } from '@fernweh/contracts/picture'
import { preload } from 'react-dom'
import { joinClasses } from '../join-classes.ts'
import styles from './Picture.module.css'

interface PictureProps {
  /** Null while there is none yet. */
  picture: PictureData | null
  /** Empty where the title stands beside it. */
  alt: string
  /**
   * How wide it is shown, as in `<img sizes>`. Lists claim about two thirds of that on a phone: flat drawings do with some 1.3
   * pixels a point, and scripts share the line with them.
   */
  sizes: string
  /** It is what is seen first: loaded at once and before others. */
  priority?: boolean
}

const WIDTH = 768

/** Three wide and two high. Its colours stand there until it is loaded, and stay if it never is. */
export function Picture({ picture, alt, sizes, priority = false }: PictureProps) {
  if (!picture) {
    return (
      <span className={styles.frame} {...(alt && { role: 'img', 'aria-label': alt })}>
        <Colours />
      </span>
    )
  }
  const { pictureId, colours } = picture
  if (priority) hint(pictureId, sizes)
  return (
    <span className={joinClasses(styles.frame, !priority && styles.later)}>
      <Colours colours={colours} />
      <picture>
        {pictureFormats.map((format) => (
          <source key={format} type={`image/${format}`} srcSet={toSourceSet(pictureId, format)} sizes={sizes} />
        ))}
        <img
          className={styles.image}
          src={toPictureUrl(pictureId, WIDTH, 'webp')}
          width={WIDTH}
          height={toPictureHeight(WIDTH)}
          alt={alt}
          loading={priority ? 'eager' : 'lazy'}
          fetchPriority={priority ? 'high' : 'auto'}
          decoding={priority ? 'sync' : 'async'}
        />
      </picture>
    </span>
  )
}

/** The page asks for it in its head, ahead of everything else; a browser that cannot show the format does not. */
function hint(pictureId: string, sizes: string) {
  const [format] = pictureFormats
  preload(toPictureUrl(pictureId, WIDTH, format), {
    as: 'image',
    type: `image/${format}`,
    fetchPriority: 'high',
    imageSrcSet: toSourceSet(pictureId, format),
    imageSizes: sizes,
  })
}

function toSourceSet(pictureId: string, format: PictureFormat): string {
  return pictureWidths.map((width) => `${toPictureUrl(pictureId, width, format)} ${width}w`).join(', ')
}

/** Sky, horizon and ground, softened by a band between them; without colours in those of the house. */
function Colours({ colours: [top, middle, bottom] = [] }: { colours?: readonly string[] }) {
  return (
    <svg className={styles.colours} viewBox="0 0 12 8" preserveAspectRatio="none" aria-hidden="true">
      <path className={styles.top} fill={top} d="M0 0h12v8H0z" />
      <path className={styles.middle} fill={middle} fillOpacity=".5" d="M0 3h12v5H0z" />
      <path className={styles.middle} fill={middle} d="M0 3.8h12V8H0z" />
      <path className={styles.bottom} fill={bottom} fillOpacity=".5" d="M0 4.9h12V8H0z" />
      <path className={styles.bottom} fill={bottom} d="M0 5.6h12V8H0z" />
    </svg>
  )
}
