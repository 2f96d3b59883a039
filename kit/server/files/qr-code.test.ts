import { expect, test } from 'vitest'
import { toQrPath, toQrPng, toQrSvg } from './qr-code.ts'

const text = 'https://fernweh.example/tickets/FW-7K3MQ2XZ4D'

test('a code is the same in every form, with a quiet zone of four modules where it is a picture', () => {
  const { modules, path } = toQrPath(text)
  expect(toQrSvg(text)).toContain(path)
  const png = toQrPng(text)
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  expect([width, height]).toEqual([(modules + 8) * 8, (modules + 8) * 8])
})
