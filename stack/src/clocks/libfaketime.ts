import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { unpackPackage } from '../host/distribution-package.ts'
import { PlainError } from '../plain-error.ts'
import { cacheFolder } from '../state/folders.ts'

const LIBRARY = 'libfaketime.so.1'
const HOW =
  'The clock of test processes is set by libfaketime: install it (apt-get install libfaketime), or run this on Linux, in a container for example.'

/** The path of libfaketime: installed, or unpacked from the distribution's package. */
export async function libfaketime(note: (text: string) => void = () => {}): Promise<string> {
  const unpacked = join(cacheFolder(), 'libfaketime')
  const present = libraryBelow('/usr/lib') ?? libraryBelow(join(unpacked, 'usr/lib'))
  if (present) return present
  if (process.platform !== 'linux') throw new PlainError(HOW)
  note("unpacking the distribution's package")
  try {
    await unpackPackage('libfaketime', unpacked)
  } catch (error) {
    throw new PlainError(`${HOW} apt-get: ${(error as Error).message.trim().split('\n').at(-1)}`)
  }
  const library = libraryBelow(join(unpacked, 'usr/lib'))
  if (!library) throw new PlainError(HOW)
  return library
}

/** Debian has it in a folder per architecture, others directly below. */
function libraryBelow(folder: string) {
  if (!existsSync(folder)) return undefined
  const architectures = readdirSync(folder).filter((name) => name.includes('-linux-'))
  const candidates = ['', ...architectures].map((name) => join(folder, name, 'faketime', LIBRARY))
  return candidates.find((file) => existsSync(file))
}
