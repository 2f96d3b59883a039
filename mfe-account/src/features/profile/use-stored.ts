import type { myProfile, Profile } from '@fernweh/contracts/api/accounts'
import type { AnswerOf } from '@fernweh/contracts/api/operation'
import type { AccountData } from '@fernweh/contracts/parts/account'
import type { Host } from '@fernweh/kit/browser/host'
import { useEffect, useState } from 'react'
import { fieldsOf } from '../../forms/fields.ts'
import { toShown } from './typed-profile.ts'

type Stored = Pick<AnswerOf<typeof myProfile>, 'profile' | 'version'>

/**
 * The profile as accounts has it. After a change elsewhere it is read again, so that what was typed can stand beside it, and
 * saving once more means it.
 */
export function useStored(host: Host, form: { id: string; refusal: string | null }, data: AccountData) {
  const [stored, tell] = useState<Stored>(data)
  const [typed, setTyped] = useState<Profile>(() => toShown(data.profile, data.typed))
  const { id, refusal } = form
  useEffect(() => {
    if (refusal !== 'changed-elsewhere') return
    setTyped((before) => toShown(before, fieldsOf(id)))
    void readProfile(host).then((profile) => profile && tell(profile))
  }, [id, refusal, host])
  return { stored, typed, tell }
}

/** Null when it cannot be had: then the next try is refused again. */
async function readProfile({ api }: Host): Promise<Stored | null> {
  const answer = await api<typeof myProfile>('GET /profile').catch(() => null)
  return answer && 'profile' in answer ? answer : null
}
