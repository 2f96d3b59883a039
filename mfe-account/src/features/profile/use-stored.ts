import type { myProfile, Profile } from '@fernweh/contracts/api/accounts'
import type { AnswerOf } from '@fernweh/contracts/api/operation'
import type { AccountData } from '@fernweh/contracts/parts/account'
import type { Host } from '@fernweh/kit/browser/host'
import { useEffect, useState } from 'react'
import { type FormControl, fieldsOf } from '../../forms/use-form.ts'
import { toShown } from './typed-profile.ts'

type Stored = Pick<AnswerOf<typeof myProfile>, 'profile' | 'version'>

/**
 * The profile as accounts has it. After a change elsewhere it is read again, so that what was typed can stand beside it, and
 * saving once more means it.
 */
export function useStored(host: Host, form: FormControl<string>, data: AccountData) {
  const [stored, tell] = useState<Stored>(data)
  const [typed, setTyped] = useState<Profile>(() => toShown(data.profile, data.typed))
  const { refusal, ref } = form
  useEffect(() => {
    if (refusal !== 'changed-elsewhere' || ref.current === null) return
    setTyped((before) => toShown(before, fieldsOf(ref.current)))
    host.api<typeof myProfile>('GET /profile').then(
      (answer) => !('refused' in answer) && tell(answer),
      () => {},
    )
  }, [refusal, ref, host])
  return { stored, typed, tell }
}
