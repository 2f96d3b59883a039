import { readPictureUrl } from '@fernweh/contracts/browser/pictures'
import type { Picture } from '@fernweh/contracts/picture'
import { useEffect, useState } from 'react'

/** A picture of the home page: which pictures exist is known only to a running stack. */
export function useSamplePicture(): Picture | null {
  const [picture, setPicture] = useState<Picture | null>(null)
  useEffect(() => {
    fetch('/').then(
      async (home) => {
        const [url = ''] = /\/pictures\/[\w-]+\/\d+\.\w+/.exec(await home.text()) ?? []
        const found = readPictureUrl(url)
        if (found) setPicture({ ...found, colours: ['#f0b7a4', '#fbe4c6', '#3c2f56'] })
      },
      () => {},
    )
  }, [])
  return picture
}
