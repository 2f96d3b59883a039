import { expect, test } from 'vitest'
import { HelpRequest, readCommandLine } from './command-line.ts'
import {
  auditLine,
  devLine,
  logsLine,
  readLogs,
  readRelease,
  readStackOptions,
  readTarget,
  releaseLine,
  startLine,
  statusLine,
  stopLine,
  testClocksLine,
  testLine,
} from './options.ts'

const lines = [startLine, devLine, testLine, testClocksLine, auditLine, releaseLine, stopLine, statusLine, logsLine]

test('the options of a stack say how many of what, where, and from when', () => {
  const args = ['--port', '5000', '--scale', 'search=2,bff-search=3', '--fresh']
  const scale = { search: 2, 'bff-search': 3 }
  const expected = { port: 5000, fresh: true, name: 'main', seedSize: 'small', scale }
  expect(readStackOptions(startLine, args)).toEqual(expected)
  expect(readStackOptions(devLine, ['--seed-size', 'large']).seedSize).toBe('large')
})

test.each([
  [['--port', 'x'], '--port x is not a whole number from 1 to 65535.'],
  [['--port', '70000'], '--port 70000'],
  [['--scale', 'search=0'], '--scale search 0'],
  [['--scale', 'serch=2'], 'There is no process serch: it is one of'],
  [['--scale', 'stripe=2'], 'There is one stripe only'],
  [['--name', '../x'], '--name ../x'],
  [['--origin', 'fernweh.example'], '--origin fernweh.example: not an address like https://'],
  [['--origin', 'ftp://fernweh.example'], 'its scheme is ftp: and not https: or http:'],
  [['--origin', 'https://fernweh.example/'], 'not only scheme, host and port, as in https://fernweh.example.'],
  [['--origin', 'https://fernweh.example/shop?a=1'], 'as in https://fernweh.example.'],
  [['--origin', 'https://ann:secret@fernweh.example'], 'as in https://fernweh.example.'],
  [
    ['--origin', 'http://fernweh.test:4710'],
    '--origin http://fernweh.test:4710: over http nobody could stay signed in',
  ],
  [['--origin', 'http://192.168.0.7:4000'], 'use https.'],
  [['--seed-size', 'medium'], 'small or large'],
])('%j is refused in one sentence', (args, message) => {
  expect(() => readStackOptions(startLine, args)).toThrow(message)
})

test.each(['https://fernweh.example', 'http://localhost:4000', 'http://shop.localhost', 'http://[::1]:4000'])(
  'people can stay signed in at %s',
  (origin) => {
    expect(readStackOptions(startLine, ['--origin', origin])).toMatchObject({ origin })
  },
)

test('a release and the audit name the running stack they mean, main by default', () => {
  expect(readRelease(['reviews', '--name', 'second'])).toEqual({ stack: 'second', team: 'reviews', to: undefined })
  expect(readTarget(auditLine, [])).toEqual({ stack: 'main' })
  expect(() => readTarget(auditLine, ['--name', '../x'])).toThrow('--name ../x')
})

test('logs are those of one process, and end unless they are followed', () => {
  expect(readLogs(['search'])).toEqual({ stack: 'main', process: 'search', follow: false })
  expect(readLogs(['search-2', '--follow', '--name', 'second'])).toEqual({
    stack: 'second',
    process: 'search-2',
    follow: true,
  })
})

test('a release names the former one to go back to', () => {
  expect(readRelease(['reviews', '--to', 'r1'])).toEqual({ stack: 'main', team: 'reviews', to: 'r1' })
})

test.each(lines)(
  '$command refuses unknown options and superfluous words, and says where the options are listed',
  (line) => {
    const words = ['one', 'two']
    expect(() => readCommandLine(line, ['--nonsense'])).toThrow(`'--nonsense'. ${line.command} --help lists`)
    expect(() => readCommandLine(line, words)).toThrow(/^(one|two) is one word too many\. /)
  },
)

test.each(lines)('$command --help is one screen that names every option', (line) => {
  const help = helpOf(line)
  expect(help.split('\n').length).toBeLessThan(24)
  expect(Math.max(...help.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100)
  for (const option of [...Object.keys(line.options), 'help']) expect(help).toContain(`--${option}`)
})

function helpOf(line: (typeof lines)[number]) {
  try {
    readCommandLine(line, ['--help'])
  } catch (error) {
    if (error instanceof HelpRequest) return error.message
    throw error
  }
  throw new Error('no help')
}
