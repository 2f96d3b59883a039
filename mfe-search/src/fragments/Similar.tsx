import type { SimilarData } from '@fernweh/contracts/fragments/search'
import { Cards } from '@fernweh/ui/layout/Cards'
import { ExperienceCard } from '../experience-card/ExperienceCard.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { useMessages } from '../messages/use-messages.ts'
import styles from './Similar.module.css'

const SIZES = '(min-width: 60rem) 20rem, (min-width: 40rem) 46vw, 66vw'

export function Similar({ data: { found }, host }: TeamFragmentProps<SimilarData>) {
  const { t } = useMessages()
  if (found.length === 0) return null
  return (
    <section aria-labelledby="similar" className={styles.similar}>
      <h2 id="similar">{t('details.similar')}</h2>
      <Cards>
        {found.map((result) => (
          <li key={result.feed}>
            <ExperienceCard result={result} sizes={SIZES} host={host} />
          </li>
        ))}
      </Cards>
    </section>
  )
}
