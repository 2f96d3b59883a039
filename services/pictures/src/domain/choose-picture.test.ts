import { describe, expect, it } from 'vitest'
import { choosePicture, type PictureMade } from './choose-picture.ts'
import { pictureDecider } from './decider.ts'

const picture = (pictureId: string): PictureMade['data'] => ({
  experienceId: 'tiles',
  picture: { pictureId, colours: ['#aabbcc', '#112233', '#445566'] },
})
const made = (pictureId: string) => ({ type: 'fernweh.pictures.picture-made' as const, data: picture(pictureId) })

describe('choosing a picture', () => {
  it('decides an event for the first one and for every other one', () => {
    expect(choosePicture(picture('first'), pictureDecider.initial).events).toEqual([made('first')])
    const state = pictureDecider.evolve(pictureDecider.initial, made('first'))
    expect(choosePicture(picture('second'), state).events).toEqual([made('second')])
  })

  it('decides nothing for the picture that is shown already', () => {
    const state = pictureDecider.evolve(pictureDecider.initial, made('first'))
    expect(choosePicture(picture('first'), state).events).toEqual([])
  })

  it('returns to an earlier picture with an event', () => {
    const state = [made('first'), made('second')].reduce(pictureDecider.evolve, pictureDecider.initial)
    expect(choosePicture(picture('first'), state).events).toEqual([made('first')])
  })
})

it('every experience has a stream of its own', () => {
  expect(pictureDecider.streamOf(picture('first'))).toBe('picture.tiles')
})
