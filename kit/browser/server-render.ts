import { type ComponentType, createElement } from 'react'
import { renderToString } from 'react-dom/server'
import type { PartProps, PartState } from './host.ts'
import { createInertHost } from './inert-host.ts'
import { toProps } from './part-props.ts'
import { toPrefix } from './prefix.ts'

/** Set by the build: whose server build this is. */
declare const FERNWEH_TEAM: string

export type RenderPart = (part: string, state: PartState) => string

/** `parts` by name without the team; the answer is what stands inside the part's root, byte for byte. */
export function createPartRenderer(parts: Record<string, ComponentType<PartProps<never>>>): RenderPart {
  return (part, state) => {
    const Part = parts[part] as ComponentType<PartProps<unknown>> | undefined
    if (!Part) throw new Error(`This release has no part named ${part}`)
    const element = createElement(Part, toProps(state, createInertHost(state)))
    return renderToString(element, { identifierPrefix: toPrefix(`${FERNWEH_TEAM}/${part}`) })
  }
}
