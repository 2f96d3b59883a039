import type { Experience } from '@fernweh/contracts/feeds/search'
import styles from './CategoryIcon.module.css'

/** SVG paths in a 24 by 24 box, standing on the horizon line. */
const paths: Record<Experience['category'], string> = {
  tasting: 'M8 4h8l-.6 5a3.4 3.4 0 0 1-6.8 0zM12 12.5V19',
  tour: 'M7 19V4M7 5h10l-2.5 3L17 11H7',
  class: 'M12 7C10 5.4 7.5 5 5 5v11c2.5 0 5 .5 7 2 2-1.5 4.5-2 7-2V5c-2.5 0-5 .4-7 2zM12 7v11',
  walk: 'M12 3.200a1.4 1.4 0 1 0 .01 0zM12 8v6l-3 5M12 14l3 5M8.5 11.5 12 8l3.5 3',
  water: 'M12 3v11M12 3c4 2.5 5.5 6 6 9h-6M5 15h14l-2 4H7z',
  craft: 'M9 4h6M10 4c0 3-4 4-4 8.500C6 16.5 9 19 12 19s6-2.5 6-6.500C18 8 14 7 14 4',
  cooking: 'M5 11h14v4a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM9 8V5M12 8V4M15 8V5M3 11h18',
  market: 'M4 9l2-5h12l2 5a2.7 2.7 0 0 1-5.3 0 2.7 2.7 0 0 1-5.4 0A2.7 2.7 0 0 1 4 9zM6 12v7M18 12v7',
  music: 'M9 16V5l9-2v11M9 16a2.5 2.5 0 1 1-.01-.1zM18 14a2.5 2.5 0 1 1-.01-.1z',
  dance: 'M13 3a1.5 1.5 0 1 0 .01 0zM13 7.500c-1 2.5-1 4 0 6.500l-4 5M13 14l5 4M6.5 9c3 1 5 .5 6.5-1.5 2 2 4 2 6 0',
  night: 'M17.5 14A7.2 7.2 0 1 1 10.5 4a5.7 5.7 0 0 0 7 10zM18 5v3M16.5 6.500h3',
  hike: 'M3 19l6-11 4 7 2.5-4 5.5 8M17 4a2 2 0 1 0 .01 0z',
  cycling:
    'M6.5 11.500a3.7 3.7 0 1 0 .01 0zM17.5 11.500a3.7 3.7 0 1 0 .01 0zM6.5 15l4-8h4l3 8M10 8.500l4 6.500M8.5 7h3',
  wildlife: 'M3 8c3.5-2.5 6.5-1.5 9 2.500C14.5 6.5 17.5 5.5 21 8c-4 0-6.5 2-9 6-2.5-4-5-6-9-6z',
  stars: 'M12 3l1.9 4.8 5.1.3-4 3.3 1.3 5-4.3-2.8-4.3 2.8 1.3-5-4-3.3 5.1-.3z',
  history: 'M5 8l7-4 7 4zM7 8v8M12 8v8M17 8v8M5 16h14v3H5z',
  architecture: 'M5 19V9l7-5 7 5v10M9.5 19v-5a2.5 2.5 0 0 1 5 0v5',
  photography: 'M4 8h4l1.5-2.500h5L16 8h4v11H4zM12 10.200a3 3 0 1 0 .01 0z',
  wellness:
    'M12 4c3 3 3 8.5 0 13-3-4.5-3-10 0-13zM5 10c3.5.5 6 3 7 7-4.5.5-7-2.5-7-7zM19 10c-3.5.5-6 3-7 7 4.5.5 7-2.5 7-7z',
  trip: 'M6.5 19 11 11M17.5 19 13 11M12 19v-1.500M12 14.500V13M8.5 8a3.5 3.5 0 0 1 7 0z',
}

/** Decorative: the category's name always stands beside it. */
export function CategoryIcon({ category }: { category: Experience['category'] }) {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={paths[category]} />
      <path className={styles.horizon} d="M2 21.5h20" />
    </svg>
  )
}
